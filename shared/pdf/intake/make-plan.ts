import type { PDFRef } from 'pdf-lib';
import type { FontReferences } from '../form-drawing.ts';
import type { Plan, PlannedField } from '../plan.ts';
import { hashFile } from '../resumable-hash.ts';
import { formatReference } from '../revision/draft.ts';
import type { LaidWidget } from './lay-fields.ts';
import type { DocumentRoots, WrittenDocument } from './write-document.ts';

export interface PlanParts {
  roots: DocumentRoots;
  fonts: FontReferences;
  widgets: readonly LaidWidget[];
  language: string;
}

/** The plan of revision 0, in the words of the bytes that were written. */
export async function makePlan(written: WrittenDocument, parts: PlanParts): Promise<Plan> {
  const { bytes, context, startxref } = written;
  const { roots, fonts, widgets, language } = parts;
  const moved = (ref: PDFRef) => formatReference(written.renumbered.get(ref) as PDFRef);
  const objects: Record<string, string> = {};
  for (const ref of [roots.root, ...widgets.map((widget) => widget.ref)]) {
    objects[moved(ref)] = String(context.lookup(written.renumbered.get(ref)));
  }
  const fields = widgets.map(({ id, ref, ...field }): [string, PlannedField] => [
    id,
    { ...field, object: moved(ref) },
  ]);
  return {
    version: 1,
    revision: 0,
    length: bytes.length,
    size: context.largestObjectNumber + 1,
    startxref,
    root: moved(roots.root),
    info: moved(roots.info),
    id: roots.id,
    ...(await hashFile(bytes)),
    certified: false,
    language,
    fonts: { regular: moved(fonts.regular), bold: moved(fonts.bold) },
    objects,
    fields: Object.fromEntries(fields),
  };
}
