import { PDFArray, PDFDict, type PDFRef } from 'pdf-lib';
import { firstSignature } from '../../../domain/envelope/first-signature.ts';
import type { DisplayedBox, FormDrawing } from '../../draw/form-drawing.ts';
import {
  certificateField,
  fieldName,
  type PlannedField,
  SEAL_FIELD,
  TIMESTAMP_FIELDS,
} from '../../plan.ts';
import { array, dictionary, type Entries, name, textString } from '../../syntax/make-object.ts';
import type { LoadedDocument } from '../load-document.ts';
import type { OpenDocument } from '../open-document.ts';
import { geometryOf, type Rectangle, toPageSpace } from '../page/page-geometry.ts';
import type { Page } from '../page/page-tree.ts';
import type { DocumentLayout, LaidField } from './layout.ts';
import { DEFAULT_FONT, icon, type WidgetType, widgetOf } from './widgets.ts';

const PRINTED_LOCKED = 4 | 128;
const SIGNATURES_EXIST_APPEND_ONLY = 3;
const NOWHERE: Rectangle = { left: 0, bottom: 0, right: 0, top: 0 };

/** A field added to the document; its reference is renumbered when the document is written. */
export interface LaidWidget extends Omit<PlannedField, 'object'> {
  readonly id: string;
  readonly ref: PDFRef;
}

/** The document's pages, and the reserved certificate pages. */
export interface LaidPages {
  readonly document: readonly Page[];
  readonly certificate: readonly Page[];
}

/** Adds every field that will be filled or signed, as the document's AcroForm. */
export function layFields(
  document: OpenDocument,
  pages: LaidPages,
  layout: DocumentLayout,
): LaidWidget[] {
  const work: Work = { document, forms: document.forms, widgets: [] };
  for (const { id } of layout.parties)
    layParty(
      work,
      pages,
      layout.fields.filter(({ party }) => party === id),
    );
  layClosing(work, pages);
  setForm(document, work.widgets);
  return work.widgets;
}

interface Work {
  readonly document: LoadedDocument;
  readonly forms: FormDrawing;
  readonly widgets: LaidWidget[];
}

/** The party's signature locks all of the party's fields (ISO 32000-1, 12.7.4.5). */
function layParty(work: Work, { document: pages }: LaidPages, fields: readonly LaidField[]): void {
  const signature = firstSignature(fields);
  const others = fields.filter((field) => field !== signature);
  for (const field of others) layField(work, pages[field.page] as Page, field, false);
  if (!signature) return;
  const widget = layField(work, pages[signature.page] as Page, signature, true);
  if (others.length === 0) return;
  const { context } = work.document;
  widget.locks = others.map(({ id }) => id);
  const lock = dictionary(context, {
    Type: 'SigFieldLock',
    Action: 'Include',
    Fields: others.map(({ id }) => textString(fieldName(id))),
  });
  context.lookup(widget.ref, PDFDict).set(name('Lock'), context.register(lock));
}

function layField(work: Work, page: Page, field: LaidField, isSignature: boolean): LaidWidget {
  const geometry = geometryOf(page.dict);
  const { width, height } = field;
  const box: DisplayedBox = { width, height, rotate: geometry.rotate };
  const widget = widgetOf(work.document.context, work.forms, field, box, isSignature);
  const laid = place(work, page, toPageSpace(geometry, field), field.id, widget, box);
  if (field.label) setLabel(work, laid, field.label);
  return laid;
}

const setLabel = ({ document: { context } }: Work, { ref }: LaidWidget, label: string) =>
  context.lookup(ref, PDFDict).set(name('TU'), textString(label));

/** The seal covers the first certificate page; without one its widget is invisible. */
function layClosing(work: Work, { document, certificate }: LaidPages): void {
  const last = (certificate[0] ?? document.at(-1)) as Page;
  const signature: WidgetType = { type: 'signature', entries: { FT: 'Sig' } };
  if (certificate.length === 0) place(work, last, NOWHERE, SEAL_FIELD, signature);
  for (const [index, page] of certificate.entries()) {
    const { box, width, height } = geometryOf(page.dict);
    const widget = index === 0 ? signature : icon();
    place(work, page, box, certificateField(index + 1), widget, { width, height, rotate: 0 });
  }
  const timestamp: WidgetType = { type: 'timestamp', entries: { FT: 'Sig' } };
  for (const id of TIMESTAMP_FIELDS) place(work, last, NOWHERE, id, timestamp);
}

function place(
  { document: { context }, widgets }: Work,
  page: Page,
  { left, bottom, right, top }: Rectangle,
  id: string,
  { entries, ...planned }: WidgetType,
  box: DisplayedBox = { width: 0, height: 0, rotate: 0 },
): LaidWidget {
  const { MK, ...others } = entries as Entries & { MK?: Entries };
  const mark = { ...MK, ...(box.rotate !== 0 && { R: box.rotate }) };
  const ref = context.register(
    dictionary(context, {
      Type: 'Annot',
      Subtype: 'Widget',
      T: textString(fieldName(id)),
      F: PRINTED_LOCKED,
      P: page.ref,
      Rect: [left, bottom, right, top],
      ...(Object.keys(mark).length > 0 && { MK: mark }),
      ...others,
    }),
  );
  addAnnotation(page.dict, ref);
  const laid: LaidWidget = { id, ref, name: fieldName(id), ...box, ...planned };
  widgets.push(laid);
  return laid;
}

function addAnnotation(page: PDFDict, ref: PDFRef): void {
  const annotations = page.lookup(name('Annots'));
  const others = annotations instanceof PDFArray ? annotations.asArray() : [];
  page.set(name('Annots'), array(page.context, [...others, ref]));
}

/** /DR keeps the fonts reachable for later values. */
function setForm({ context, catalog, fonts }: OpenDocument, widgets: readonly LaidWidget[]): void {
  const helvetica = dictionary(context, {
    Type: 'Font',
    Subtype: 'Type1',
    BaseFont: 'Helvetica',
    Encoding: 'WinAnsiEncoding',
  });
  const form = dictionary(context, {
    Fields: widgets.map(({ ref }) => ref),
    SigFlags: SIGNATURES_EXIST_APPEND_ONLY,
    NeedAppearances: false,
    DR: {
      Font: {
        [DEFAULT_FONT]: context.register(helvetica),
        SigilloR: fonts.regular,
        SigilloB: fonts.bold,
      },
    },
  });
  catalog.set(name('AcroForm'), context.register(form));
}
