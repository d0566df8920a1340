import type { FieldKind } from '../../../domain/fields/field.ts';
import type { Drawing } from '../../draw/drawing.ts';

/** Input of `prepareDocument`. */
export interface DocumentLayout {
  /** 26 characters of Crockford's base 32, printed on every page in groups of five. */
  readonly envelopeId: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly parties: readonly { readonly id: string }[];
  readonly fields: readonly LaidField[];
  /** Number of A4 pages appended: the seal covers the first; for others see `certificateField`. */
  readonly certificatePages: number;
  /** Content of each certificate page known before signing; absent: blank. */
  readonly certificate?: readonly Drawing[];
}

/** Points of the page as displayed (cropped, rotated, scaled), origin top left. */
export interface LaidField {
  /** Unique, 1 to 12 lower-case letters and digits. */
  readonly id: string;
  /** Null for the company's own value, which is drawn into the page. */
  readonly party: string | null;
  readonly kind: FieldKind;
  /** Page index, from 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label?: string;
  readonly options?: readonly string[];
  readonly multiline?: boolean;
  /** Only for the company's own fields. */
  readonly value?: string | boolean;
}
