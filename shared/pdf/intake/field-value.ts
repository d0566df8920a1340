import type { PDFDict, PDFRef } from 'pdf-lib';
import type { DrawingItem, Rgb } from '../drawing.ts';
import { layOutText } from '../field-text.ts';
import { textWidth } from '../font.ts';
import type { DisplayedBox, FormDrawing } from '../form-drawing.ts';
import { tickItems } from '../tick.ts';
import { type FieldContent, fieldContent } from './field-content.ts';
import type { FieldText } from './field-lines.ts';
import { disc, type FieldLook, fieldLook } from './field-look.ts';
import { ownFontText } from './own-font-text.ts';
import type { Rectangle } from './page-geometry.ts';

export interface FieldSurroundings {
  readonly forms: FormDrawing;
  /** The document's form, whose defaults hold for every field. */
  readonly form: PDFDict | undefined;
}

const PADDING = 2;
const DOT = 0.25;

/**
 * Draws the value of a form field that has no appearance of its own. Throws `text_not_covered` or
 * `value_too_long` rather than leave out what a viewer would have shown.
 */
export function drawFieldValue(
  widget: PDFDict,
  target: Rectangle,
  { forms, form }: FieldSurroundings,
): PDFRef | undefined {
  const content = fieldContent(widget, form);
  const box = displayedBox(target, content);
  const look = fieldLook(widget, form, box, content.isRound);
  const own = content.text && ownFontText(widget, form, content.text, look, box);
  if (own) return own;
  const items = [...look.frame, ...inOurFont(content, look, box)];
  return items.length > 0 ? forms.draw({ ...box, items }, box) : undefined;
}

function displayedBox(target: Rectangle, { rotate }: FieldContent): DisplayedBox {
  const [width, height] = [target.right - target.left, target.top - target.bottom];
  return rotate % 180 === 0 ? { width, height, rotate } : { width: height, height: width, rotate };
}

function inOurFont(
  { mark, text }: FieldContent,
  { color }: FieldLook,
  box: DisplayedBox,
): DrawingItem[] {
  if (mark === 'dot') return [{ ...disc(box, Math.min(box.width, box.height) * DOT), fill: color }];
  if (mark) return tickItems(box);
  if (!text) return [];
  const items = layOutText(text.text, { ...box, multiline: text.kind === 'lines' });
  return items.map((item) => aligned(item, text.align, box.width, color));
}

function aligned(
  item: DrawingItem,
  align: FieldText['align'],
  width: number,
  color: Rgb,
): DrawingItem {
  if (item.kind !== 'text') return item;
  const free = width - textWidth(item.text, item.size);
  const x = { left: item.x, centre: free / 2, right: free - PADDING }[align];
  return { ...item, x, color };
}
