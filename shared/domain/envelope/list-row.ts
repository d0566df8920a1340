import { dueAt } from './due.ts';
import type { Envelope } from './envelope.ts';
import { evidenceEnd, type Retention, timeToLive } from './retention.ts';
import { summaryOf } from './summary.ts';

/** An envelope's place in the list, until its evidence is over (seconds since 1970). */
export function listRow(envelope: Envelope, retention: Retention, lookedAt?: Date) {
  const { seq, owner } = envelope;
  const due = dueAt(envelope, lookedAt);
  return {
    ...summaryOf(envelope),
    owner: owner.subject,
    seq,
    ...kept(envelope, retention),
    ...(due && { dueAt: due }),
  };
}

/** What is not kept for ever says until when. */
export function kept(envelope: Envelope, retention: Retention): { expiresAt?: number } {
  const end = evidenceEnd(envelope, retention);
  return end ? { expiresAt: timeToLive(end) } : {};
}
