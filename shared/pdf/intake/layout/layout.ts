import type { FieldKind } from '../../../domain/fields/field.ts';
import type { Drawing } from '../../draw/drawing.ts';

/** What `prepareDocument` lays out on a checked document. */
export interface DocumentLayout {
  /** 26 characters of Crockford's base 32, printed on every page in groups of five. */
  envelopeId: string;
  title: string;
  /** BCP 47. */
  language: string;
  parties: readonly { id: string }[];
  fields: readonly LaidField[];
  /** A4, after the last page: the seal covers the first, `certificateField` tells the others. */
  certificatePages: number;
  /** What each of these pages says before anybody signs; blank where it is left out. */
  certificate?: readonly Drawing[];
}

/** Points of the page as displayed (cropped, turned, scaled), from its top left. */
export interface LaidField {
  /** Unique, 1 to 12 lower-case letters and digits. */
  id: string;
  /** Null for the company's own value, which is drawn into the page. */
  party: string | null;
  kind: FieldKind;
  /** From 0. */
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  label?: string;
  options?: readonly string[];
  multiline?: boolean;
  /** Only of the company's own. */
  value?: string | boolean;
}
