import type { Envelope } from './envelope.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

/** As DynamoDB's TTL has it: seconds since 1970, no earlier than the instant (ISO 8601). */
export const timeToLive = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

/** When the document and everything filled into it go: `documentDays` after the envelope ended. */
export function purgeAt(envelope: Envelope): string | undefined {
  return 'endedAt' in envelope ? daysAfter(envelope.endedAt, envelope.documentDays) : undefined;
}

/**
 * True once the document may no longer be given to anyone, whatever still lies in storage: TTL and
 * lifecycle rules are lazy on AWS, so the hour is checked here on the server's clock.
 */
export function isRemoved(envelope: Envelope, now: Date): boolean {
  if (envelope.status === 'purged') return true;
  const at = purgeAt(envelope);
  return at !== undefined && Date.parse(at) <= now.getTime();
}

/** So many calendar years later, or earlier: 29 February becomes 1 March. */
export function yearsAfter(instant: string, years: number): string {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}

/** How long is told of what is over. */
export interface Retention {
  /** Of an envelope that ended. */
  readonly evidenceYears: number;
  /** Of a draft, from its beginning: its document is not kept any longer either. */
  readonly draftDays: number;
}

/** Until when list, ledger and public record are kept; undefined while the envelope is under way. */
export function evidenceEnd(
  envelope: Envelope,
  { evidenceYears, draftDays }: Retention,
): string | undefined {
  if (envelope.status === 'draft')
    return envelope.discardedAt ?? daysAfter(envelope.createdAt, draftDays);
  if (envelope.erasedAt) return envelope.erasedAt;
  return 'endedAt' in envelope ? yearsAfter(envelope.endedAt, evidenceYears) : undefined;
}

/** True once nothing may be told of the envelope any more, though it may not yet be deleted. */
export function isForgotten(envelope: Envelope, retention: Retention, now: Date): boolean {
  const end = evidenceEnd(envelope, retention);
  return end !== undefined && Date.parse(end) <= now.getTime();
}

/** How long after the purge a link still answers "removed on …" before it is forgotten. */
export const TOMBSTONE_DAYS = 30;

/** Carriers try for hours, and their answers take hours more. */
const TEXT_KEPT_DAYS = 7;

/** Until when a text message is remembered by its id, as seconds since 1970 (DynamoDB's TTL). */
export const textRowExpiry = (sentAt: Date): number =>
  timeToLive(daysAfter(sentAt.toISOString(), TEXT_KEPT_DAYS));

/**
 * The latest instant at which a link's row may still be of use, as seconds since 1970 (DynamoDB's
 * TTL): the end (or the deadline, if it has not ended), the document's days and the tombstone's.
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
