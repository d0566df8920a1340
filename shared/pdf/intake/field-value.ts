import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import type { DrawingItem } from '../drawing.ts';
import { layOutText } from '../field-text.ts';
import type { DisplayedBox, FormDrawing } from '../form-drawing.ts';
import { tickItems } from '../tick.ts';
import type { Rectangle } from './page-geometry.ts';

const name = (key: string) => PDFName.of(key);
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;
const MAX_ANCESTORS = 50;

/**
 * Draws the value of a form field that has no appearance of its own. Throws `text_not_covered` or
 * `value_too_long` rather than leave out what a viewer would have shown.
 */
export function drawFieldValue(
  widget: PDFDict,
  { left, bottom, right, top }: Rectangle,
  forms: FormDrawing,
): PDFRef | undefined {
  const box: DisplayedBox = { width: right - left, height: top - bottom, rotate: 0 };
  const items = itemsOf(widget, box);
  return items.length > 0 ? forms.draw({ ...box, items }, box) : undefined;
}

function itemsOf(widget: PDFDict, box: DisplayedBox): DrawingItem[] {
  const flags = inherited(widget, 'Ff');
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const type = inherited(widget, 'FT');
  if (type === name('Btn')) return isOn(widget) ? tickItems(box) : [];
  if (type !== name('Tx') && type !== name('Ch')) return [];
  const text = textOf(inherited(widget, 'V'));
  if (text.trim() === '' || bits & PASSWORD) return [];
  return layOutText(text, { ...box, multiline: type === name('Tx') && (bits & MULTILINE) > 0 });
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

/** A field's entry, its own or an ancestor's (ISO 32000-1, 12.7.3.1). */
export function inherited(field: PDFDict, key: string): PDFObject | undefined {
  let node: PDFObject | undefined = field;
  for (let level = 0; level < MAX_ANCESTORS && node instanceof PDFDict; level++) {
    const value = node.lookup(name(key));
    if (value) return value;
    node = node.lookup(name('Parent'));
  }
  return undefined;
}
