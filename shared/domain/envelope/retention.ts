import type { Envelope } from './envelope.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

/** An ISO 8601 instant as DynamoDB TTL (epoch seconds, rounded up). */
export const timeToLive = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

/** When document and values are deleted: `documentDays` after the end. Undefined while in progress. */
export const purgeAt = (envelope: Envelope): string | undefined =>
  'endedAt' in envelope ? daysAfter(envelope.endedAt, envelope.documentDays) : undefined;

/**
 * Whether the document may no longer be given out. Checked on the server's clock, because DynamoDB TTL and S3
 * lifecycle delete with a delay of up to days.
 */
export function isRemoved(envelope: Envelope, now: Date): boolean {
  if (envelope.status === 'purged') return true;
  const at = purgeAt(envelope);
  return at !== undefined && Date.parse(at) <= now.getTime();
}

/** Same day `years` calendar years later (negative: earlier); 29 February becomes 1 March. */
export function yearsAfter(instant: string, years: number): string {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}

/** Retention periods of the company. */
export interface Retention {
  /** Years after the end of an envelope. */
  readonly evidenceYears: number;
  /** Days from a draft's creation; its document is deleted with it. */
  readonly draftDays: number;
}

/** When list row, ledger and public record are deleted; undefined while the envelope is in progress. */
export function evidenceEnd(
  envelope: Envelope,
  { evidenceYears, draftDays }: Retention,
): string | undefined {
  if (envelope.status === 'draft')
    return envelope.discardedAt ?? daysAfter(envelope.createdAt, draftDays);
  if (envelope.erasedAt) return envelope.erasedAt;
  return 'endedAt' in envelope ? yearsAfter(envelope.endedAt, evidenceYears) : undefined;
}

/** Whether the envelope is past retention and must be treated as unknown, even if not yet deleted. */
export function isForgotten(envelope: Envelope, retention: Retention, now: Date): boolean {
  const end = evidenceEnd(envelope, retention);
  return end !== undefined && Date.parse(end) <= now.getTime();
}

/** Days after the purge during which a link still answers "removed on …". */
export const TOMBSTONE_DAYS = 30;

/** Covers carriers' retries and late delivery reports, which take hours. */
const TEXT_KEPT_DAYS = 7;

/** When the record of a sent text message expires (epoch seconds, DynamoDB TTL). */
export const textRowExpiry = (sentAt: Date): number =>
  timeToLive(daysAfter(sentAt.toISOString(), TEXT_KEPT_DAYS));

/**
 * When a link's row expires (epoch seconds, DynamoDB TTL): end or deadline, plus the document's days and
 * TOMBSTONE_DAYS.
 */
export function linkRowExpiry(envelope: Envelope): number {
  const end =
    'endedAt' in envelope
      ? envelope.endedAt
      : 'deadline' in envelope && envelope.deadline
        ? envelope.deadline
        : envelope.updatedAt;
  return timeToLive(daysAfter(end, envelope.documentDays + TOMBSTONE_DAYS));
}
