import type { PublicRecord } from '../verifier.ts';
import type { VerifierPhrases } from './verifier-phrases.ts';

/**
 * What is said first of a code: of a signed document only that the code is known, since it says
 * nothing yet of the paper that it was read from.
 */
export const openingHeading = (
  { status }: Pick<PublicRecord, 'status'>,
  phrases: VerifierPhrases,
): string => (status === 'completed' ? phrases.onRecord : phrases.status[status]);
