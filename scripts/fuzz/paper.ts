import type { Party } from '../../shared/domain/envelope/party.ts';
import { FIELD_KINDS, type Field, type FieldKind } from '../../shared/domain/fields/field.ts';
import type { Paper } from '../demo/drafting.ts';
import { paperFor } from '../demo/paper.ts';

/** Ids of the fuzzed party's fields, one per kind. */
export const FIELD_IDS = FIELD_KINDS.map((_, index) => `f${index}`);

/**
 * One field of each kind for the first party, a signature field for the others, one text field of the company's.
 */
export const paper: Paper = {
  ...paperFor(undefined, 4),
  fields: (_, [first, ...others]) => [
    ...FIELD_KINDS.map((kind, index) => field(`f${index}`, first!.id, kind, index)),
    ...others.map(({ id }: Party, index) => field(`s${index}`, id, 'signature', 10 + index)),
    field('own', null, 'text', 20),
  ],
  ownValues: { own: 'Milano' },
};

function field(id: string, party: string | null, kind: FieldKind, place: number): Field {
  const at = { page: 0, x: 40, y: 60 + place * 34, width: 160, height: 30 };
  const options = kind === 'choice' ? { options: ['mensile', 'annuale'] } : {};
  return { id, party, kind, ...at, label: `Campo ${id}`, required: false, ...options };
}
