import type { PublicRecord } from '../verifier.ts';
import type { VerifierPhrases } from './verifier-phrases.ts';

/**
 * The heading for a code alone. For a signed document it only says that the code is known: the paper with the
 * code may still be forged.
 */
export const openingHeading = (
  { status }: Pick<PublicRecord, 'status'>,
  phrases: VerifierPhrases,
): string => (status === 'completed' ? phrases.onRecord : phrases.status[status]);
