import { Refusal } from '../errors.ts';
import { LIMITS, type Pace } from '../limits.ts';
import type { EntryType } from './entries.ts';
import type { Entry } from './ledger.ts';

/** Acts whose limit is decided on the envelope's own ledger. */
export type LedgerAct = 'remind' | 'resend' | 'correct' | 'consent' | 'edit' | 'handOver';

/** Instants (ISO 8601) of an envelope's latest acts, by act and party. */
export type Acts = Readonly<Record<string, readonly string[]>>;

/** Which limit an entry counts for; `null`: it comes once, or by itself, or has a count of its own. */
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

/** The acts with one more entry; no more are kept than the limit looks back on. */
export function noted(acts: Acts = {}, { type, at, data }: Entry): Acts {
  const act = ACT_OF[type];
  if (!act) return acts;
  const key = keyOf(act, 'party' in data ? data.party : undefined);
  return { ...acts, [key]: [...(acts[key] ?? []), at].slice(-LIMITS[act].perDay) };
}

/** When the party, or the envelope, was last the object of the act (ISO 8601), as far as the envelope knows. */
export const lastDone = (
  { acts = {} }: { readonly acts?: Acts },
  act: LedgerAct,
  party?: string,
): string | undefined => acts[keyOf(act, party)]?.at(-1);

/** Refuses an act that was just done (`too_soon`) or was done too often (`too_many`), and says when. */
export function assertPace(
  { acts = {} }: { readonly acts?: Acts },
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

/** When an act that was done at these instants (ms since 1970) may be done again. */
export const mayAgainAt = (instants: readonly number[], act: LedgerAct): number =>
  Math.max(soonest(instants, LIMITS[act]), openAgainAt(instants, LIMITS[act]));

/** Without a pause at once, also by a clock that is behind the one that recorded the last. */
function soonest(instants: readonly number[], { pause }: Pace): number {
  const last = instants.at(-1);
  return pause && last ? last + pause * 1_000 : Number.NEGATIVE_INFINITY;
}

const HOUR_MS = 3_600_000;

/** When both the hour and the day have room again. */
function openAgainAt(instants: readonly number[], { perHour, perDay }: Pace): number {
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
