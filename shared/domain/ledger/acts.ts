import { Refusal } from '../errors.ts';
import { LIMITS, type RateLimit } from '../limits.ts';
import type { EntryType } from './entries.ts';
import type { Entry } from './ledger.ts';

/** Acts whose limit is checked against the envelope's own ledger. */
export type LedgerAct = 'remind' | 'resend' | 'correct' | 'consent' | 'edit' | 'handOver';

/** Instants (ISO 8601) of the latest acts, by act and party. */
export type Acts = Readonly<Record<string, readonly string[]>>;

/**
 * Which limit an entry counts towards; null if it can occur only once, is written by the system, or is
 * counted elsewhere.
 */
const ACT_OF: Readonly<Record<EntryType, LedgerAct | null>> = {
  created: null,
  edited: 'edit',
  'document.accepted': null,
  'document.refused': null,
  placed: 'edit',
  filled: 'edit',
  discarded: null,
  sent: null,
  prepared: null,
  invited: null,
  opened: null,
  consented: 'consent',
  'code.sent': null,
  'code.wrong': null,
  'code.right': null,
  signed: null,
  appended: null,
  reported: null,
  declined: null,
  voided: null,
  reminded: 'remind',
  're-sent': 'resend',
  'contact.corrected': 'correct',
  'owner.changed': 'handOver',
  expired: null,
  failed: null,
  completed: null,
  delivered: null,
  'delivery.failed': null,
  stalled: null,
  restarted: null,
  purged: null,
  erased: null,
};

const keyOf = (act: LedgerAct, party = ''): string => `${act}#${party}`;

/** The acts after one more entry, with only as many instants as the limit needs. */
export function noted(acts: Acts = {}, { type, at, data }: Entry): Acts {
  const act = ACT_OF[type];
  if (!act) return acts;
  const key = keyOf(act, 'party' in data ? data.party : undefined);
  return { ...acts, [key]: [...(acts[key] ?? []), at].slice(-LIMITS[act].perDay) };
}

/** When the act was last done to the party, or to the envelope (ISO 8601). */
export const lastDone = (
  { acts = {} }: { acts?: Acts },
  act: LedgerAct,
  party?: string,
): string | undefined => acts[keyOf(act, party)]?.at(-1);

/** Throws `too_soon` or `too_many`, with the time from which the act is allowed again. */
export function assertWithinLimit(
  { acts = {} }: { acts?: Acts },
  act: LedgerAct,
  now: Date,
  party?: string,
): void {
  const instants = (acts[keyOf(act, party)] ?? []).map((at) => Date.parse(at));
  const soon = soonest(instants, LIMITS[act]);
  if (now.getTime() < soon) throw refusal('too_soon', act, soon, now);
  const later = openAgainAt(instants, LIMITS[act]);
  if (now.getTime() < later) throw refusal('too_many', act, later, now);
}

/** When the act is allowed again, given the instants (epoch ms) at which it was done. */
export const mayAgainAt = (instants: readonly number[], act: LedgerAct): number =>
  Math.max(soonest(instants, LIMITS[act]), openAgainAt(instants, LIMITS[act]));

/** Minus infinity without `pause`, so that clock skew between writers never delays an act that has none. */
function soonest(instants: readonly number[], { pause }: RateLimit): number {
  const last = instants.at(-1);
  return pause && last ? last + pause * 1_000 : Number.NEGATIVE_INFINITY;
}

const HOUR_MS = 3_600_000;

/** When neither the hour's nor the day's limit is used up. */
function openAgainAt(instants: readonly number[], { perHour, perDay }: RateLimit): number {
  const room = (most: number | undefined, window: number) =>
    ((most && instants.at(-most)) ?? Number.NEGATIVE_INFINITY) + window;
  return Math.max(room(perHour, HOUR_MS), room(perDay, 24 * HOUR_MS));
}

const refusal = (code: 'too_soon' | 'too_many', act: LedgerAct, at: number, now: Date): Refusal =>
  new Refusal(code, {
    act,
    seconds: Math.ceil((at - now.getTime()) / 1_000),
    until: new Date(at).toISOString(),
  });
