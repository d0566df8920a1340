import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import type { PartyId } from '../../shared/domain/envelope/party.ts';
import type { EntryType } from '../../shared/domain/ledger/entries.ts';
import type { Ports } from '../../shared/ports/ports.ts';

export type EndWaitPorts = Pick<Ports, 'taskTokens' | 'workflow'>;

/** The sender's acts after which the party gets another message. */
export const MESSAGE_REQUESTS: readonly EntryType[] = ['reminded', 're-sent', 'contact.corrected'];

/** Sent envelopes have an execution, and so has a voided draft, which must be purged. */
export const hasExecution = ({ status }: Envelope): boolean => status !== 'draft';

/** False if the wait is over or never began. */
export async function endWait(
  { taskTokens, workflow }: EndWaitPorts,
  envelopeId: string,
  party: PartyId,
  outcome: 'signed' | 'ended',
): Promise<boolean> {
  const wait = await taskTokens.find(envelopeId, party);
  return wait !== undefined && (await workflow.resume(wait.token, outcome));
}

/** Ends the waits of all parties of an envelope that has ended. */
export async function endAllWaits(waits: EndWaitPorts, envelope: Envelope): Promise<void> {
  for (const { id } of envelope.parties) await endWait(waits, envelope.id, id, 'ended');
}

/**
 * Ends the wait for the entry at `seq`, so that the party gets its message, unless the current wait began
 * after that entry.
 */
export async function requestMessage(
  { taskTokens, workflow }: EndWaitPorts,
  envelopeId: string,
  party: PartyId,
  seq: number,
): Promise<void> {
  const wait = await taskTokens.find(envelopeId, party);
  if (wait && wait.seq < seq) await workflow.resume(wait.token, 'again');
}
