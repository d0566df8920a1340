import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import type { PartyState } from '../../../shared/domain/envelope/envelope.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import type { Ceremony } from '../session/ceremony.ts';
import { draftOwner, loadCopy } from './stored-input.ts';

/** Whoever is reached by e-mail gets the signed document there. */
export const asksForCopy = ({ channel }: Pick<PartyState, 'channel'>): boolean =>
  channel.kind === 'sms';

/** Whether the party has been asked where its copy goes, for whoever may fill in. */
export async function askedCopy(
  documents: Pick<Documents, 'get'>,
  ceremony: Ceremony,
): Promise<Pick<CeremonyAnswer, 'copy'>> {
  if (!asksForCopy(ceremony.party)) return {};
  const kept = await loadCopy(documents, draftOwner(ceremony));
  return { copy: { answered: kept !== undefined, ...kept } };
}

/** The address that the party gave, for the ledger. */
export async function copyAddress(
  documents: Pick<Documents, 'get'>,
  ceremony: Ceremony,
): Promise<{ copyAddress?: string }> {
  if (!asksForCopy(ceremony.party)) return {};
  const address = (await loadCopy(documents, draftOwner(ceremony)))?.address;
  return address === undefined ? {} : { copyAddress: address };
}
