import { FIELD_RULES } from '../../../domain/fields/field-kinds.ts';
import { assertCovered } from '../../font/font.ts';
import { isReservedFieldId } from '../../plan.ts';
import { PdfRefusal } from '../../refusal.ts';
import type { PageGeometry } from '../page/page-geometry.ts';
import type { DocumentLayout, LaidField } from './layout.ts';

const ID = /^[a-z0-9]{1,12}$/;
const ENVELOPE_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const SMALLEST_SIDE = 4;
const TOLERANCE = 1;
const MAX_CERTIFICATE_PAGES = 50;

/** Throws `layout_invalid` with the broken rule and the field or party, or `text_not_covered`. */
export function checkLayout(layout: DocumentLayout, pages: readonly PageGeometry[]): void {
  const { certificatePages: count } = layout;
  if (!ENVELOPE_ID.test(layout.envelopeId)) refuse('envelope id');
  if (!Number.isInteger(count) || count < 0 || count > MAX_CERTIFICATE_PAGES) {
    refuse('certificate pages');
  }
  assertCovered(layout.title);
  const parties = new Set(layout.parties.map(({ id }) => id));
  const ids = new Set<string>();
  for (const field of layout.fields) {
    if (ids.has(field.id)) refuse('repeated id', field.id);
    ids.add(field.id);
    checkField(field, parties, pages[field.page]);
  }
  for (const { id } of layout.parties) checkParty(id, layout.fields);
}

function checkParty(id: string, fields: readonly LaidField[]): void {
  if (!ID.test(id)) refuse('party id', id);
  if (!fields.some(({ party, kind }) => party === id && kind === 'signature')) {
    refuse('party without signature', id);
  }
}

function checkField(
  field: LaidField,
  parties: ReadonlySet<string>,
  page: PageGeometry | undefined,
): void {
  if (!ID.test(field.id) || isReservedFieldId(field.id)) refuse('id', field.id);
  if (field.party !== null && !parties.has(field.party)) refuse('unknown party', field.id);
  if (!page) refuse('no such page', field.id);
  if (!fitsPage(field, page)) refuse('outside the page', field.id);
  if (FIELD_RULES[field.kind].hasOptions && !field.options?.length) refuse('no options', field.id);
  if (field.party === null) checkOwnValue(field);
  else if (field.value !== undefined) refuse("value of a party's field", field.id);
}

function fitsPage({ x, y, width, height }: LaidField, page: PageGeometry): boolean {
  const finite = [x, y, width, height].every(Number.isFinite);
  const large = Math.min(width, height) >= SMALLEST_SIDE;
  const inside =
    Math.min(x, y) >= -TOLERANCE &&
    x + width <= page.width + TOLERANCE &&
    y + height <= page.height + TOLERANCE;
  return finite && large && inside;
}

function checkOwnValue({ id, kind, value, options }: LaidField): void {
  const { isMark, isTick, hasOptions } = FIELD_RULES[kind];
  if (isMark) refuse('a mark without party', id);
  if (value === undefined) return;
  if (isTick !== (typeof value === 'boolean')) refuse('kind of value', id);
  if (hasOptions && value !== '' && !options?.includes(String(value))) {
    refuse('no such option', id);
  }
}

function refuse(rule: string, of?: string): never {
  throw new PdfRefusal('layout_invalid', { rule, ...(of !== undefined && { of }) });
}
