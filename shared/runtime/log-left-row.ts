import { knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';

/** A row of a batch met a fault and is taken again. */
export const logLeftRow = (fault: unknown): void =>
  log('warn', 'left-batch-row', errorFacts(knownError(fault)));
