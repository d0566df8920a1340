import { knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';

/** A text message left, but should it not arrive, nobody will know whose it was. */
export const logLostRow = (fault: unknown): void =>
  log('error', 'lost-text-row', errorFacts(knownError(fault)));
