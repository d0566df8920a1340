import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import type { FormDrawing } from '../../draw/form-drawing.ts';
import { PdfRefusal } from '../../refusal.ts';
import { decodeStream } from '../../syntax/decode-stream.ts';
import { inherited } from '../../syntax/inherited.ts';
import { array, name } from '../../syntax/make-object.ts';
import type { LoadedDocument } from '../load-document.ts';
import type { PlacedForm } from '../page/overlay.ts';
import type { Rectangle } from '../page/page-geometry.ts';
import type { Page } from '../page/page-tree.ts';
import { Ungrouped } from '../page/ungrouped.ts';
import { appearanceMatrix, numbersOf } from './appearance-matrix.ts';
import { drawFieldValue, type FieldSurroundings } from './field-value.ts';

const LITERAL_STRINGS = /\((?:\\.|[^\\)])*\)/gs;
const MAX_APPEARANCE_BYTES = 1024 * 1024;
/** Annotation flags Hidden and NoView (ISO 32000-1, table 165). */
const UNSEEN = 2 | 32;
/** Table 226. */
const PUSH_BUTTON = 1 << 16;

export interface FlattenedForm {
  /** Form XObjects to paint, by page index. */
  readonly placed: Map<number, PlacedForm[]>;
  /** Number of removed widgets. */
  widgets: number;
}

/**
 * Removes every form field and returns its appearance to be painted into the page. Other annotations stay.
 */
export function flattenForm(
  { catalog, context }: LoadedDocument,
  pages: readonly Page[],
  forms: FormDrawing,
): FlattenedForm {
  const form = formOf(catalog);
  const regenerate = String(form?.lookup(name('NeedAppearances'))) === 'true';
  const around = { forms, form, ungrouped: new Ungrouped(context) };
  const flattened: FlattenedForm = { placed: new Map(), widgets: 0 };
  for (const [index, { dict }] of pages.entries()) {
    const widgets = takeWidgets(dict);
    flattened.widgets += widgets.length;
    const placed = widgets
      .filter(isSeen)
      .map((widget) => place(widget, around, regenerate))
      .filter((form) => form !== undefined);
    if (placed.length > 0) flattened.placed.set(index, placed);
  }
  catalog.delete(name('AcroForm'));
  return flattened;
}

function formOf(catalog: PDFDict): PDFDict | undefined {
  const form = catalog.lookup(name('AcroForm'));
  return form instanceof PDFDict ? form : undefined;
}

function takeWidgets(page: PDFDict): PDFDict[] {
  const annotations = page.lookup(name('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  const items = annotations.asArray();
  const widgets = items.map((item) => widgetOf(page.context, item));
  const others = items.filter((_, index) => !widgets[index]);
  if (others.length === 0) page.delete(name('Annots'));
  else page.set(name('Annots'), array(page.context, others));
  return widgets.filter((widget) => widget !== undefined);
}

function widgetOf(context: PDFContext, item: PDFObject): PDFDict | undefined {
  const annotation = context.lookup(item);
  const isWidget =
    annotation instanceof PDFDict && annotation.lookup(name('Subtype')) === name('Widget');
  return isWidget ? annotation : undefined;
}

function isSeen(widget: PDFDict): boolean {
  const flags = widget.lookup(name('F'));
  return !(flags instanceof PDFNumber && flags.asNumber() & UNSEEN);
}

function place(
  widget: PDFDict,
  around: FieldSurroundings & { ungrouped: Ungrouped },
  regenerate: boolean,
): PlacedForm | undefined {
  const { context } = widget;
  const target = rectangleOf(widget);
  if (!target) return undefined;
  const stored = appearanceOf(widget);
  const stale = !hasAppearances(widget) || (regenerate && isRedrawn(widget));
  const shown = stale ? (drawFieldValue(widget, target, around) ?? stored) : stored;
  const form = shown && context.lookup(shown);
  if (!shown || !(form instanceof PDFStream)) return undefined;
  makeForm(form);
  const matrix = appearanceMatrix(form.dict, target);
  const painted = around.ungrouped.of(shown);
  return matrix && { form: withLayer(context, painted, form.dict, widget), matrix };
}

/**
 * Sets the /Subtype that some writers omit, except on an image, which another page may use. Without a /BBox,
 * some viewers paint the appearance in a box of their own, so it is refused.
 */
function makeForm(form: PDFStream): void {
  const { dict } = form;
  const subtype = dict.lookup(name('Subtype'));
  const isBoxed = numbersOf(dict, 'BBox')?.length === 4 || form.getContentsSize() === 0;
  if ((subtype && subtype !== name('Form')) || !isBoxed) {
    throw new PdfRefusal('pdf_damaged', { reason: "a field's appearance is not a form XObject" });
  }
  dict.set(name('Type'), name('XObject'));
  dict.set(name('Subtype'), name('Form'));
}

function rectangleOf(widget: PDFDict): Rectangle | undefined {
  const [a, b, c, d] = numbersOf(widget, 'Rect') ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const [left, right] = [Math.min(a, c), Math.max(a, c)];
  const [bottom, top] = [Math.min(b, d), Math.max(b, d)];
  return right > left && top > bottom ? { left, bottom, right, top } : undefined;
}

/** Also if there is none for the widget's state, in which case viewers show nothing. */
function hasAppearances(widget: PDFDict): boolean {
  const appearances = widget.lookup(name('AP'));
  if (!(appearances instanceof PDFDict && appearances.has(name('N')))) return false;
  if (!appearances.lookup(name('N'))) {
    throw new PdfRefusal('pdf_damaged', { reason: "a field's appearance is missing" });
  }
  return true;
}

/** With /NeedAppearances viewers redraw fields that have a value, unless the appearance already shows it. */
function isRedrawn(widget: PDFDict): boolean {
  const flags = inherited(widget, 'Ff');
  const isPush = flags instanceof PDFNumber && (flags.asNumber() & PUSH_BUTTON) !== 0;
  const type = inherited(widget, 'FT');
  if (type === name('Btn')) return !isPush;
  return type !== name('Sig') && !showsItsValue(widget);
}

/** The normal appearance for the widget's state. */
function appearanceOf(widget: PDFDict): PDFRef | undefined {
  const appearances = widget.lookup(name('AP'));
  if (!(appearances instanceof PDFDict)) return undefined;
  const normal = appearances.lookup(name('N'));
  if (normal instanceof PDFStream) return reference(appearances.get(name('N')));
  if (!(normal instanceof PDFDict)) return undefined;
  const state = widget.lookup(name('AS')) ?? inherited(widget, 'V');
  return state instanceof PDFName ? reference(normal.get(state)) : undefined;
}

/** An appearance that contains the value's text is current, whatever /NeedAppearances says. */
function showsItsValue(widget: PDFDict): boolean {
  const appearance = appearanceOf(widget);
  const stream = appearance && widget.context.lookup(appearance);
  const value = inherited(widget, 'V');
  const text =
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
  if (!(stream instanceof PDFRawStream) || text.trim() === '') return false;
  const content = decodeStream(stream, MAX_APPEARANCE_BYTES) ?? new Uint8Array();
  const shown = Buffer.from(content).toString('latin1').match(LITERAL_STRINGS) ?? [];
  const letters = (given: string) => given.replaceAll(/[\s()\\]/g, '');
  return letters(shown.join('')) === letters(text);
}

const reference = (entry: PDFObject | undefined) => (entry instanceof PDFRef ? entry : undefined);

/** A widget with optional content stays visible only with its layer (ISO 32000-1, 8.11.3.3). */
function withLayer(context: PDFContext, ref: PDFRef, form: PDFDict, widget: PDFDict): PDFRef {
  const layer = widget.get(name('OC'));
  if (!layer) return ref;
  const wrapper = context.stream('/F Do', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: form.lookup(name('BBox'), PDFArray),
    OC: layer,
    Resources: { XObject: { F: ref } },
  });
  const matrix = form.lookup(name('Matrix'));
  if (matrix) wrapper.dict.set(name('Matrix'), matrix);
  return context.register(wrapper);
}
