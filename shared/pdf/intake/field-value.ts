import {
  PDFArray,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import { layOutText } from '../field-text.ts';
import type { DisplayedBox, FormDrawing } from '../form-drawing.ts';
import { name } from '../make-object.ts';
import { tickItems } from '../tick.ts';
import { fieldLook } from './field-look.ts';
import { inherited } from './inherited.ts';
import { ownFontText } from './own-font-text.ts';
import type { Rectangle } from './page-geometry.ts';

export interface FieldSurroundings {
  readonly forms: FormDrawing;
  /** The document's form, whose defaults hold for every field. */
  readonly form: PDFDict | undefined;
}

const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;

/**
 * Draws the value of a form field that has no appearance of its own. Throws `text_not_covered` or
 * `value_too_long` rather than leave out what a viewer would have shown.
 */
export function drawFieldValue(
  widget: PDFDict,
  { left, bottom, right, top }: Rectangle,
  { forms, form }: FieldSurroundings,
): PDFRef | undefined {
  const box: DisplayedBox = { width: right - left, height: top - bottom, rotate: 0 };
  const look = fieldLook(widget, form, box);
  const { text, multiline } = shownText(widget);
  const isLeft = String(inherited(widget, 'Q') ?? 0) === '0';
  const own = multiline || !isLeft ? undefined : ownFontText(widget, form, text, look, box);
  if (own) return own;
  const ticked = inherited(widget, 'FT') === name('Btn') && isOn(widget) ? tickItems(box) : [];
  const written = text.trim() === '' ? [] : layOutText(text, { ...box, multiline });
  const items = [...look.frame, ...ticked, ...written];
  return items.length > 0 ? forms.draw({ ...box, items }, box) : undefined;
}

/** Of text fields and choices; a password is not shown. */
function shownText(widget: PDFDict): { text: string; multiline: boolean } {
  const flags = inherited(widget, 'Ff');
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const type = inherited(widget, 'FT');
  const shown = (type === name('Tx') && !(bits & PASSWORD)) || type === name('Ch');
  return {
    text: shown ? textOf(inherited(widget, 'V')) : '',
    multiline: type === name('Tx') && (bits & MULTILINE) > 0,
  };
}

const isOn = (widget: PDFDict): boolean => {
  const state = widget.lookup(name('AS'));
  return state instanceof PDFName && state !== name('Off');
};

function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  if (!(value instanceof PDFArray)) return '';
  return Array.from({ length: value.size() }, (_, index) => textOf(value.lookup(index))).join(', ');
}
