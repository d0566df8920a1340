import type { Party } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import { type Field, type FieldKind, namesOf } from './field.ts';
import { FIELD_RULES } from './field-kinds.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Throws `fields_invalid` for a field outside its page, a duplicate id, an unknown party or missing options.
 */
export function assertLayout(
  fields: readonly Field[],
  pages: readonly PageSize[],
  parties: readonly Party[],
): void {
  const known = new Set(parties.map((party) => party.id));
  const seen = new Set<string>();
  for (const field of fields) {
    const problem = layoutProblem(field, pages, known, seen);
    if (problem) throw new Refusal('fields_invalid', { ...namesOf(field), problem });
    seen.add(field.id);
  }
}

function layoutProblem(
  field: Field,
  pages: readonly PageSize[],
  parties: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): string | undefined {
  const page = pages[field.page];
  const { isMark, problem } = FIELD_RULES[field.kind];
  if (!page) return 'page';
  if (seen.has(field.id)) return 'id';
  if (field.party !== null && !parties.has(field.party)) return 'party';
  if (field.party === null && isMark) return 'kind';
  return problem?.(field) ?? (isInside(field, page) ? undefined : 'outside_page');
}

type Box = Pick<Field, 'page' | 'x' | 'y' | 'width' | 'height'>;

const isInside = ({ x, y, width, height }: Box, page: PageSize): boolean =>
  x >= 0 && y >= 0 && x + width <= page.width + 0.5 && y + height <= page.height + 0.5;

/** Whether the whole field lies on its page. */
export function isOnPage(field: Box, pages: readonly PageSize[]): boolean {
  const page = pages[field.page];
  return page !== undefined && isInside(field, page);
}

/** Every party needs a signature field, and a stamp field if it must stamp. */
export function assertMarkFields(fields: readonly Field[], parties: readonly Party[]): void {
  for (const { id, name, stamps } of parties) {
    const has = (kind: FieldKind) =>
      fields.some((field) => field.party === id && field.kind === kind);
    if (!has('signature')) throw new Refusal('signature_field_missing', { party: id, name });
    if (stamps && !has('stamp')) throw new Refusal('stamp_field_missing', { party: id, name });
  }
}
