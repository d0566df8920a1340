import type { FieldKind } from './field.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** Points. Letters below this nobody reads, so nobody fills them in or signs them. */
export const LEAST_LETTER = 5;

/**
 * The least box of each kind, in points, with letters of that size: below it no value can be read
 * there in any language. What a field holds may need more (a date in French, a long option, several
 * lines): `unfillable` in shared/pdf asks the code that draws it.
 */
export const LEAST_BOX: Readonly<Record<FieldKind, Box>> = {
  /** A short name, written by hand: eight small letters. */
  signature: { width: 24, height: 8 },
  /** Two capitals. */
  initials: { width: 14, height: 8 },
  /** Its largest letters, as of the seal of a company, are a third of it. */
  stamp: { width: 16, height: 16 },
  /** "MM": a province, a size. */
  text: { width: 14, height: 7 },
  /** "99" */
  number: { width: 10, height: 7 },
  /** "28.11.2026" */
  date: { width: 30, height: 7 },
  /** The tick is a line of a point and needs to be told from its frame. */
  checkbox: { width: 6, height: 6 },
  /** As a text. */
  choice: { width: 14, height: 7 },
};
