import type { InviteResult, InviteTask } from '../../shared/contract/tasks.ts';
import {
  type Envelope,
  isEnded,
  type PartyState,
  partyOf,
} from '../../shared/domain/envelope/envelope.ts';
import { linkRowExpiry } from '../../shared/domain/envelope/retention.ts';
import { lastDone } from '../../shared/domain/ledger/acts.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Task = Exclude<InviteTask, { operation: 'expire' }>;
type Outcome = InviteResult['outcome'];

export type WaitPorts = Pick<Ports, 'ledger' | 'taskTokens'> & {
  readonly workflow: Pick<Ports['workflow'], 'resume'>;
};

/** Stores the task token without sending anything. */
export const makeAwait =
  (ports: WaitPorts) =>
  async (task: Extract<InviteTask, { operation: 'await' }>): Promise<InviteResult | undefined> => {
    const envelope = await ports.ledger.load(task.envelopeId);
    const party = partyOf(envelope, task.party);
    const early = outcomeOf(envelope, party);
    return early ? finish(ports, task, early) : keepWaiting(ports, task, envelope, party);
  };

/** The outcome, if the wait has ended already; `before`: the party at its beginning. */
export function outcomeOf(envelope: Envelope, before: PartyState): Outcome | undefined {
  if (isEnded(envelope)) return 'ended';
  const party = partyOf(envelope, before.id);
  if (party.signature) return 'signed';
  return party.round === before.round ? undefined : 'again';
}

export async function finish(
  { workflow }: WaitPorts,
  { taskToken }: Task,
  outcome: Outcome,
): Promise<InviteResult> {
  await workflow.resume(taskToken, outcome);
  return { outcome };
}

/**
 * Stores the token with the `seq` acted on, so that later requests of the sender can be told apart, then
 * reloads the ledger: party or sender may have acted before there was a token. If a later wait's token is
 * stored, this task is obsolete.
 */
export async function keepWaiting(
  ports: WaitPorts,
  { taskToken, order = 0, ...task }: Task,
  envelope: Envelope,
  party: PartyState,
): Promise<InviteResult | undefined> {
  const token = { token: taskToken, seq: envelope.seq, order };
  const { taskTokens, ledger } = ports;
  if (!(await taskTokens.put(envelope.id, party.id, token, linkRowExpiry(envelope)))) return;
  const outcome = outcomeMeanwhile(envelope, await ledger.load(envelope.id), party);
  return outcome && finish(ports, { taskToken, ...task }, outcome);
}

/** Includes a reminder requested before the token was stored: `again` re-evaluates it. */
function outcomeMeanwhile(before: Envelope, now: Envelope, party: PartyState): Outcome | undefined {
  const [was, is] = [before, now].map((each) => lastDone(each, 'remind', party.id));
  return outcomeOf(now, party) ?? (was === is ? undefined : 'again');
}
