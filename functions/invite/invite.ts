import { briefInstant, writtenInstant } from '../../shared/contract/dates/written-instant.ts';
import type { InviteResult, InviteTask } from '../../shared/contract/tasks.ts';
import {
  type Envelope,
  isEnded,
  type PartyState,
  partyOf,
} from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { isPastDeadline } from '../../shared/domain/transitions/signing.ts';
import { invited } from '../../shared/domain/transitions/workflow-steps.ts';
import { mintLink } from '../../shared/messages/mint-link.ts';
import type { Brand } from '../../shared/messages/notice.ts';
import type { Notify } from '../../shared/messages/notify.ts';
import { sendOnce } from '../../shared/messages/send-once.ts';
import { sendingFailed } from '../../shared/messages/sending-failed.ts';
import { NoLongerDue } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { type DueMessage, dueMessage } from './due-message.ts';
import { finish, keepWaiting, outcomeOf, type WaitPorts } from './wait.ts';

type Task = Extract<InviteTask, { operation: 'invite' }>;
export type InvitePorts = WaitPorts &
  Pick<Ports, 'links' | 'claims' | 'clock' | 'random'> & { readonly notify: Notify };

/**
 * Sends the due message, then leaves the workflow waiting on the task token until the party acts. A failed
 * sending is recorded and thrown; the workflow then waits without sending (`await`) and retries.
 */
export const makeInvite =
  (ports: InvitePorts, brand: Brand) =>
  async (task: Task): Promise<InviteResult | undefined> => {
    const entries = await ports.ledger.entries(task.envelopeId);
    const envelope = folded(entries);
    const party = partyOf(envelope, task.party);
    const early = outcomeOf(envelope, party);
    if (early) return finish(ports, task, early);
    const now = ports.clock.now();
    const due = isPastDeadline(envelope, now) ? undefined : dueMessage(task, party, entries, now);
    if (due) await send(ports, brand, { envelope, party, due });
    return keepWaiting(ports, task, envelope, party);
  };

interface Sending {
  readonly envelope: Envelope;
  readonly party: PartyState;
  readonly due: DueMessage;
}

async function send(ports: InvitePorts, brand: Brand, sending: Sending): Promise<void> {
  const { envelope, party, due } = sending;
  try {
    await sendOnce(ports, envelope, { to: party.id, occasion: due.occasion }, async () => {
      await assertOpen(ports, envelope.id);
      const link = await mintLink(ports, brand.appUrl, envelope, party);
      await ports.notify(envelope, party, due.notice, factsOf(envelope, party, link, brand));
    });
  } catch (error) {
    if (error instanceof NoLongerDue) return;
    const { notice, occasion } = due;
    const failure = { to: party.id, notice, occasion, round: party.round };
    return sendingFailed(ports, envelope.id, failure, error);
  }
  await record(ports, sending);
}

/**
 * Called after claiming the message. Either this sees the envelope's end, or `deliver`, which runs after the
 * end, sees the claim and notifies the party.
 */
async function assertOpen({ ledger }: InvitePorts, envelopeId: string): Promise<void> {
  if (isEnded(await ledger.load(envelopeId))) throw new NoLongerDue('the envelope has ended');
}

function factsOf(envelope: Envelope, { language }: PartyState, link: string, { timeZone }: Brand) {
  const deadline = 'deadline' in envelope ? envelope.deadline : undefined;
  const until = deadline ?? envelope.updatedAt;
  return {
    link,
    deadline: writtenInstant(until, language, timeZone),
    deadlineBrief: briefInstant(until, language, timeZone),
    ...(envelope.message && { message: envelope.message }),
  };
}

async function record({ ledger, clock }: InvitePorts, { envelope, party, due }: Sending) {
  const data = { party: party.id, ...due };
  await ledger.change(envelope.id, bySystem('invite', clock.now()), (current) =>
    invited(current, data),
  );
}
