import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib';
import type { FontReferences } from '../form-drawing.ts';
import type { Plan, PlannedField } from '../plan.ts';
import { formatReference } from '../revision/draft.ts';
import type { LaidWidget } from './lay-fields.ts';
import { serializeObject } from './serialize-object.ts';
import type { DocumentRoots, WrittenDocument } from './write-document.ts';

export interface PlanParts {
  context: PDFContext;
  roots: DocumentRoots;
  fonts: FontReferences;
  widgets: readonly LaidWidget[];
  language: string;
}

/** The plan of revision 0, in the words of the bytes that were written. */
export function makePlan(
  { bytes, hash, size, renumbered, startxref }: WrittenDocument,
  { context, roots, fonts, widgets, language }: PlanParts,
): Plan {
  const moved = (ref: PDFRef) => formatReference(renumbered.get(ref) as PDFRef);
  const objects: Record<string, string> = {};
  for (const ref of [roots.root, ...widgets.map((widget) => widget.ref)]) {
    objects[moved(ref)] = serializeObject(context.lookup(ref) as PDFObject, renumbered);
  }
  const fields = widgets.map(({ id, ref, ...field }): [string, PlannedField] => [
    id,
    { ...field, object: moved(ref) },
  ]);
  return {
    version: 1,
    revision: 0,
    length: bytes.length,
    size,
    startxref,
    root: moved(roots.root),
    info: moved(roots.info),
    id: roots.id,
    ...hash,
    certified: false,
    language,
    fonts: { regular: moved(fonts.regular), bold: moved(fonts.bold) },
    objects,
    fields: Object.fromEntries(fields),
  };
}
