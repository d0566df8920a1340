import { FIELD_RULES } from '../../../shared/domain/fields/field-kinds.ts';
import type { Field, FieldKind } from '../sender-api.ts';

/** Field ids as in the contract: up to twelve characters of a–z and 0–9. */
export const newFieldId = (): string =>
  `f${[...crypto.getRandomValues(new Uint8Array(10))].map((byte) => (byte % 36).toString(36)).join('')}`;

export interface Blank {
  readonly kind: FieldKind;
  readonly party: string | null;
  readonly label: string;
}

export const newField = (
  { kind, party, label }: Blank,
  place: Pick<Field, 'page' | 'x' | 'y'>,
  options: readonly string[],
): Field => ({
  id: newFieldId(),
  party,
  kind,
  label,
  required: !FIELD_RULES[kind].isTick,
  ...FIELD_RULES[kind].usual,
  ...place,
  ...(FIELD_RULES[kind].hasOptions && { options: [...options] }),
});
