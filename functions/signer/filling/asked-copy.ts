import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import type { PartyState } from '../../../shared/domain/envelope/envelope.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import type { Ceremony } from '../session/ceremony.ts';
import { draftOwner, loadCopy } from './stored-input.ts';

/** Parties reached by e-mail receive the document there anyway. */
export const asksForCopy = ({ channel }: Pick<PartyState, 'channel'>): boolean =>
  channel.kind === 'sms';

/** Whether the party answered where its copy goes; only for sessions that may fill in. */
export async function askedCopy(
  documents: Pick<Documents, 'get'>,
  ceremony: Ceremony,
): Promise<Pick<CeremonyAnswer, 'copy'>> {
  if (!asksForCopy(ceremony.party)) return {};
  const kept = await loadCopy(documents, draftOwner(ceremony));
  return { copy: { answered: kept !== undefined, ...kept } };
}

/** The address that the party gave, to be recorded in the ledger. */
export async function copyAddress(
  documents: Pick<Documents, 'get'>,
  ceremony: Ceremony,
): Promise<{ copyAddress?: string }> {
  if (!asksForCopy(ceremony.party)) return {};
  const address = (await loadCopy(documents, draftOwner(ceremony)))?.address;
  return address === undefined ? {} : { copyAddress: address };
}
