import { knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';

/** A text message was sent, but a failure report could not be matched to it. */
export const logLostRow = (fault: unknown): void =>
  log('error', 'lost-text-row', errorFacts(knownError(fault)));
