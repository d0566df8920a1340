import { dueAt } from './due.ts';
import type { Envelope } from './envelope.ts';
import { evidenceEnd, type Retention, timeToLive } from './retention.ts';
import { wordsOf } from './search-words.ts';
import { summaryOf } from './summary.ts';

/**
 * The envelope's row in table `Envelopes`; `expiresAt` (epoch seconds) once its end of retention is known.
 */
export function listRow(envelope: Envelope, retention: Retention, lookedAt?: Date) {
  const { seq, owner } = envelope;
  const due = dueAt(envelope, lookedAt);
  return {
    ...summaryOf(envelope),
    owner: owner.subject,
    seq,
    words: wordsOf(envelope),
    ...rowExpiry(envelope, retention),
    ...(due && { dueAt: due }),
  };
}

/** `expiresAt` of a row, absent while the envelope is in progress. */
export function rowExpiry(envelope: Envelope, retention: Retention): { expiresAt?: number } {
  const end = evidenceEnd(envelope, retention);
  return end ? { expiresAt: timeToLive(end) } : {};
}
