import type { PartyId } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import { isBlank, isReadable, unwrapped } from '../text/text.ts';
import type { Field, Value, Values } from './field.ts';
import { FIELD_RULES, isMark } from './field-kinds.ts';

/** Characters of a text value: room for an address or a clause. */
const MAX_TEXT = 2_000;

/**
 * Validates and normalizes the values of `owner` (a party id, or null for the company). With `complete`,
 * throws for an empty required field or an unticked required checkbox.
 */
export function checkedValues(
  fields: readonly Field[],
  owner: PartyId | null,
  values: Values,
  options: { complete: boolean },
): Values {
  const mine = fields.filter((field) => field.party === owner && !isMark(field));
  assertOwned(fields, owner, values);
  if (options.complete) assertComplete(mine, values);
  const given = mine.filter((field) => !isEmpty(values[field.id]));
  return Object.fromEntries(
    given.map((field) => [field.id, checkedValue(field, values[field.id]!)]),
  );
}

function assertOwned(fields: readonly Field[], owner: PartyId | null, values: Values): void {
  for (const id of Object.keys(values)) {
    const field = fields.find((candidate) => candidate.id === id);
    if (!field || isMark(field)) throw new Refusal('field_unknown', { field: id });
    if (field.party !== owner) throw new Refusal('field_not_yours', { field: id });
  }
}

function assertComplete(fields: readonly Field[], values: Values): void {
  for (const field of fields) {
    if (field.required && isEmpty(values[field.id])) {
      throw new Refusal('field_missing', { field: field.id, label: field.label });
    }
  }
}

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === false || (typeof value === 'string' && isBlank(value));

function checkedValue(field: Field, given: Value): Value {
  const { id: name, label, kind } = field;
  const { fits, kept } = FIELD_RULES[kind];
  const value = typeof given === 'string' ? readableText(field, given) : given;
  if (typeof value === 'string' && value.length > MAX_TEXT) {
    throw new Refusal('field_too_long', { field: name, label, most: MAX_TEXT });
  }
  if (!fits(field, value)) throw new Refusal('field_kind', { field: name, label, kind });
  return typeof value === 'string' ? (kept?.(field, value) ?? value) : value;
}

/** Removes the bidi marks, tabs and line ends that come with pasted text. */
function readableText({ id, label }: Field, pasted: string): string {
  const text = unwrapped(pasted);
  if (!isReadable(text)) throw new Refusal('text_unreadable', { field: id, label });
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}
