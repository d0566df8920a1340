import { FIELD_RULES } from '../../../shared/domain/fields/field-kinds.ts';
import type { Field, FieldKind } from '../sender-api.ts';

/** Points: what a hand, a stamp, or a line of 11-point text needs. */
export const SIZES: Record<FieldKind, { width: number; height: number }> = {
  signature: { width: 180, height: 56 },
  initials: { width: 64, height: 32 },
  stamp: { width: 110, height: 80 },
  text: { width: 180, height: 22 },
  number: { width: 90, height: 22 },
  date: { width: 90, height: 22 },
  checkbox: { width: 16, height: 16 },
  choice: { width: 140, height: 22 },
};

/** The contract's ids: up to twelve of a–z and 0–9. */
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
  ...SIZES[kind],
  ...place,
  ...(FIELD_RULES[kind].hasOptions && { options: [...options] }),
});
