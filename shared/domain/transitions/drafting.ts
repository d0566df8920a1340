import { daysUntil, endOf, type LastDay, MAX_DEADLINE_DAYS } from '../envelope/deadline.ts';
import type { Draft, Envelope } from '../envelope/envelope.ts';
import type { Party } from '../envelope/party.ts';
import { daysAfter } from '../envelope/retention.ts';
import { Refusal } from '../errors.ts';
import type { Field, Values } from '../fields/field.ts';
import { assertLayout, assertMarkFields } from '../fields/field-layout.ts';
import { checkedValues } from '../fields/field-values.ts';
import { assertWithinLimit } from '../ledger/acts.ts';
import type {
  AcceptedDocument,
  EntryData,
  External,
  Owner,
  Schedule,
  UsedTemplate,
} from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';

export type Facts = Omit<EntryData['edited'], never>;

/** Where an envelope comes from. */
export interface Origin extends External {
  readonly template?: UsedTemplate | undefined;
}

/** Creates an envelope, a draft. */
export function create(
  facts: Facts,
  owner: Owner,
  documentDays: number,
  now: Date,
  { template, externalId, metadata }: Origin = {},
): Decision<'created'> {
  assertParties(facts.parties);
  assertSchedule(facts.schedule, now);
  return {
    type: 'created',
    data: {
      ...{ ...facts, owner, documentDays },
      ...(template && { template }),
      ...(externalId !== undefined && { externalId }),
      ...(metadata && { metadata }),
    },
  };
}

/** Refuses parties or a schedule that no envelope may have. */
export function assertMayBegin({ parties, schedule }: Facts, now: Date): void {
  assertParties(parties);
  assertSchedule(schedule, now);
}

export function edit(envelope: Envelope, facts: Facts, now: Date): Decision<'edited'> {
  const { schedule } = draftOf(envelope);
  assertParties(facts.parties);
  assertSchedule(facts.schedule, now, schedule.lastDay);
  assertWithinLimit(envelope, 'edit', now);
  return { type: 'edited', data: facts };
}

/**
 * Records the result of intake's check. Undefined if the envelope is no longer a draft, the result is already
 * recorded, or a later upload has been recorded.
 */
export function documentChecked(
  envelope: Envelope,
  result: { accepted: AcceptedDocument } | { refused: EntryData['document.refused'] },
): Decision | undefined {
  if (envelope.status !== 'draft' || envelope.discardedAt) return undefined;
  const checked = 'accepted' in result ? result.accepted : result.refused;
  if (isKnownOrOlder(envelope, checked)) return undefined;
  return 'accepted' in result
    ? { type: 'document.accepted', data: result.accepted }
    : { type: 'document.refused', data: result.refused };
}

const isKnownOrOlder = (
  { document, refusedDocument }: Draft,
  { upload, requestedAt = '' }: { upload: string; requestedAt?: string },
): boolean =>
  [document, refusedDocument].some(
    (known) => known && (known.upload === upload || requestedAt < (known.requestedAt ?? '')),
  );

export function place(envelope: Envelope, fields: readonly Field[], now: Date): Decision<'placed'> {
  assertMayPlace(envelope, fields, now);
  return { type: 'placed', data: { fields } };
}

export function assertMayPlace(envelope: Envelope, fields: readonly Field[], now: Date): void {
  const draft = draftOf(envelope);
  assertLayout(fields, documentOf(draft).pages, draft.parties);
  assertWithinLimit(envelope, 'edit', now);
}

/** Validates the company's values before they are stored; `fill` then records where. */
export function ownValues(envelope: Envelope, values: Values): Values {
  const draft = draftOf(envelope);
  return checkedValues(draft.fields, null, values, { complete: false });
}

export function fill(envelope: Envelope, data: EntryData['filled'], now: Date): Decision<'filled'> {
  draftOf(envelope);
  assertWithinLimit(envelope, 'edit', now);
  return { type: 'filled', data };
}

/** Sends a complete draft; `values` are the company's stored values. */
export function send(envelope: Envelope, values: Values, now: Date): Decision<'sent'> {
  const draft = draftOf(envelope);
  documentOf(draft);
  assertMarkFields(draft.fields, draft.parties);
  checkedValues(draft.fields, null, values, { complete: true });
  const data = { deadline: deadlineOf(draft.schedule, now) };
  return { type: 'sent', data };
}

export function draftOf(envelope: Envelope): Draft {
  if (envelope.status !== 'draft') throw new Refusal('not_draft', { status: envelope.status });
  if (envelope.discardedAt) throw new Refusal('envelope_unknown');
  return envelope;
}

/** Deletes a draft: it was never sent, so it is no evidence. */
export function discard(envelope: Envelope): Decision<'discarded'> {
  draftOf(envelope);
  return { type: 'discarded', data: {} };
}

export function documentOf(envelope: Envelope): AcceptedDocument {
  if (!envelope.document) throw new Refusal('document_missing');
  return envelope.document;
}

/**
 * One to ten parties with unique ids, of either side, in any turns. Two may share a contact (a couple, an
 * office): each message names its addressee.
 */
function assertParties(parties: readonly Party[]): void {
  const problem = partiesProblem(parties);
  if (problem) throw new Refusal('parties_invalid', { problem });
}

function partiesProblem(parties: readonly Party[]): string | undefined {
  if (parties.length === 0) return 'none';
  if (parties.length > 10) return 'too_many';
  const ids = new Set(parties.map((party) => party.id));
  return ids.size < parties.length ? 'same_id' : undefined;
}

/** `deadlineDays` × 24 hours from now, or the end of `lastDay`, which must still be in range. */
function deadlineOf({ deadlineDays, lastDay }: Schedule, now: Date): string {
  if (!lastDay) return daysAfter(now.toISOString(), deadlineDays);
  daysUntil(lastDay, now);
  return endOf(lastDay);
}

function assertSchedule(
  { deadlineDays, reminderDays, lastDay }: Schedule,
  now: Date,
  known?: LastDay,
): void {
  if (lastDay && lastDay.day !== known?.day) daysUntil(lastDay, now);
  const whole = [deadlineDays, ...reminderDays].every((days) => Number.isInteger(days) && days > 0);
  if (
    !whole ||
    deadlineDays > MAX_DEADLINE_DAYS ||
    reminderDays.some((days) => days >= deadlineDays)
  ) {
    throw new Refusal('parties_invalid', { problem: 'schedule', most: MAX_DEADLINE_DAYS });
  }
}
