import type { FieldKind } from '../../../domain/fields/field.ts';
import type { Drawing } from '../../draw/drawing.ts';

/** What `prepareDocument` lays out on a checked document. */
export interface DocumentLayout {
  /** 26 characters of Crockford's base 32, printed on every page in groups of five. */
  readonly envelopeId: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly parties: readonly { readonly id: string }[];
  readonly fields: readonly LaidField[];
  /** A4, after the last page: the seal covers the first, `certificateField` tells the others. */
  readonly certificatePages: number;
  /** What each of these pages says before anybody signs; blank where it is left out. */
  readonly certificate?: readonly Drawing[];
}

/** Points of the page as displayed (cropped, turned, scaled), from its top left. */
export interface LaidField {
  /** Unique, 1 to 12 lower-case letters and digits. */
  readonly id: string;
  /** Null for the company's own value, which is drawn into the page. */
  readonly party: string | null;
  readonly kind: FieldKind;
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label?: string;
  readonly options?: readonly string[];
  readonly multiline?: boolean;
  /** Only of the company's own. */
  readonly value?: string | boolean;
}
