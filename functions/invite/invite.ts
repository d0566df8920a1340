import type { InviteResult, InviteTask } from '../../shared/contract/tasks.ts';
import { writtenInstant } from '../../shared/contract/written-instant.ts';
import { deliveryFailed, invited } from '../../shared/domain/closing.ts';
import { type Envelope, isEnded, type PartyState, partyOf } from '../../shared/domain/envelope.ts';
import { linkRowExpiry } from '../../shared/domain/retention.ts';
import { mintLink } from '../../shared/messages/mint-link.ts';
import type { Brand } from '../../shared/messages/notice.ts';
import type { Notify } from '../../shared/messages/notify.ts';
import { type Ports, Undeliverable } from '../../shared/ports.ts';
import { isNews, noticeFor } from './notice-for.ts';

type Task = Extract<InviteTask, { operation: 'invite' }>;
type Outcome = InviteResult['outcome'];
type Needed = Pick<Ports, 'ledger' | 'access' | 'clock' | 'random'> & {
  workflow: Pick<Ports['workflow'], 'resume'>;
  notify: Notify;
};

/**
 * Sends a party its link, then leaves the workflow waiting on the task token until the party acts. A
 * try after a crash sends at worst a second message, never none: the token is kept last, and then the
 * ledger is read once more, since the party may have acted before there was a token to resume.
 */
export const makeInvite =
  (ports: Needed, brand: Brand) =>
  async (task: Task): Promise<InviteResult | undefined> => {
    const envelope = await ports.ledger.load(task.envelopeId);
    const party = partyOf(envelope, task.party);
    const early = outcomeOf(envelope, party);
    if (early) return finish(ports, task, early);
    await send(ports, brand, task, envelope, party);
    await keepToken(ports, task, envelope);
    const newest = await ports.ledger.load(task.envelopeId);
    const outcome = outcomeOf(newest, party);
    return outcome && finish(ports, task, outcome);
  };

/** How the wait has ended already; `invitee` is the party as its link was made for. */
function outcomeOf(envelope: Envelope, invitee: PartyState): Outcome | undefined {
  if (isEnded(envelope)) return 'ended';
  const party = partyOf(envelope, invitee.id);
  if (party.signature) return 'signed';
  return party.round === invitee.round ? undefined : 'again';
}

async function finish({ workflow }: Needed, { taskToken }: Task, outcome: Outcome) {
  await workflow.resume(taskToken, outcome);
  return { outcome };
}

async function send(
  ports: Needed,
  brand: Brand,
  task: Task,
  envelope: Envelope,
  party: PartyState,
): Promise<void> {
  const entries = await ports.ledger.entries(envelope.id);
  const notice = noticeFor(task.notice, party, entries);
  const link = await mintLink(ports, brand.appUrl, envelope, party);
  try {
    await ports.notify(envelope, party, notice, factsOf(envelope, party, link, brand));
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    return recordFailure(ports, task, notice);
  }
  if (isNews(task.notice, party, entries)) await record(ports, { ...task, notice });
}

function factsOf(envelope: Envelope, { language }: PartyState, link: string, { timeZone }: Brand) {
  const until = 'deadline' in envelope ? envelope.deadline : undefined;
  return {
    link,
    deadline: writtenInstant(until ?? envelope.updatedAt, language, timeZone),
    ...(envelope.message && { message: envelope.message }),
  };
}

async function record({ ledger, clock }: Needed, { envelopeId, party, notice }: Task) {
  await ledger.change(envelopeId, (current) => invited(current, { party, notice }, clock.now()));
}

/** The wait goes on: the sender sees the failure and corrects the contact. */
async function recordFailure(
  { ledger, clock }: Needed,
  { envelopeId, party }: Task,
  notice: 'invitation' | 'reminder',
) {
  const data = { to: party, notice, reason: 'undeliverable' };
  await ledger.change(envelopeId, () => deliveryFailed(data, clock.now()));
}

/** With the state that the message was written by, so that later steps of the sender are told apart. */
async function keepToken({ access }: Needed, { party, taskToken }: Task, envelope: Envelope) {
  const token = { token: taskToken, seq: envelope.seq };
  await access.putTaskToken(envelope.id, party, token, linkRowExpiry(envelope));
}
