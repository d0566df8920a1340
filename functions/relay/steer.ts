import { type Envelope, isEnded } from '../../shared/domain/envelope/envelope.ts';
import type { PartyId } from '../../shared/domain/envelope/party.ts';
import type { EntryType } from '../../shared/domain/ledger/entries.ts';
import type { Ports } from '../../shared/ports/ports.ts';

export type Waits = Pick<Ports, 'taskTokens' | 'workflow'>;

/** Steps of the sender after which a party must be written to once more. */
export const AGAIN: readonly EntryType[] = ['reminded', 're-sent', 'contact.corrected'];

/** An envelope that was sent has an execution; so has a draft that was stopped, which is purged too. */
export const hasExecution = ({ status }: Envelope): boolean => status !== 'draft';

/** False for a wait that is settled, or was never begun: it is left as it is. */
export async function endWait(
  { taskTokens, workflow }: Waits,
  envelopeId: string,
  party: PartyId,
  outcome: 'signed' | 'ended',
): Promise<boolean> {
  const wait = await taskTokens.find(envelopeId, party);
  return wait !== undefined && (await workflow.resume(wait.token, outcome));
}

/** The envelope stopped: nobody is waited for any longer. */
export async function endAllWaits(waits: Waits, envelope: Envelope): Promise<void> {
  if (!isEnded(envelope)) return;
  for (const { id } of envelope.parties) await endWait(waits, envelope.id, id, 'ended');
}

/**
 * Has a party written to once more because of the entry at `seq`, unless that was done already: the
 * token then belongs to a wait that began with the entry in view.
 */
export async function writeAgain(
  { taskTokens, workflow }: Waits,
  envelopeId: string,
  party: PartyId,
  seq: number,
): Promise<void> {
  const wait = await taskTokens.find(envelopeId, party);
  if (wait && wait.seq < seq) await workflow.resume(wait.token, 'again');
}
