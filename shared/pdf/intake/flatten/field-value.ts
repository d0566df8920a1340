import type { PDFDict, PDFRef } from 'pdf-lib';
import type { DrawingItem } from '../../draw/drawing.ts';
import type { DisplayedBox, FormDrawing } from '../../draw/form-drawing.ts';
import { tickItems } from '../../fields/tick.ts';
import { firstUncovered, normalizedWidth, normalizeText } from '../../font/font.ts';
import { PdfRefusal } from '../../refusal.ts';
import type { Rectangle } from '../page/page-geometry.ts';
import { type FieldContent, fieldContent } from './field-content.ts';
import { setText, type TextFont } from './field-lines.ts';
import { disc, type FieldLook, fieldLook } from './field-look.ts';
import { ownFontText } from './own-font-text.ts';

export interface FieldSurroundings {
  readonly forms: FormDrawing;
  /** The AcroForm, whose defaults apply to every field. */
  readonly form: PDFDict | undefined;
}

const DOT = 0.25;
/** Control characters except line feed. */
const CONTROL = /[^\P{Cc}\n]/gu;

/**
 * Draws the value of a form field without an appearance stream. Throws `pdf_form_text` rather than omit a
 * character that viewers would show.
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
  { color, size, borderWidth }: FieldLook,
  box: DisplayedBox,
): DrawingItem[] {
  if (mark === 'dot') return [{ ...disc(box, Math.min(box.width, box.height) * DOT), fill: color }];
  if (mark) return tickItems(box);
  if (!text) return [];
  const plain = { ...text, text: normalizeText(text.text).replaceAll(CONTROL, '') };
  const missing = firstUncovered(plain.text);
  if (missing) throw new PdfRefusal('pdf_form_text', missing);
  const set = setText(plain, OUR_FONT, size, { ...box, borderWidth });
  return (set?.shown ?? []).map(({ glyphs, x, y }) => ({
    kind: 'text',
    text: glyphs.map(({ name }) => name).join(''),
    x,
    y,
    size: set?.size ?? size,
    color,
  }));
}

/** Our font addresses glyphs by character. */
const OUR_FONT: TextFont = {
  glyphsOf: (text) => [...text].map((name) => ({ code: 0, name })),
  widthOf: ({ name }) => normalizedWidth(name, 'regular'),
};
