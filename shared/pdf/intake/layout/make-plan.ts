import type { PDFRef } from 'pdf-lib';
import type { FontReferences } from '../../draw/form-drawing.ts';
import type { Plan, PlannedField } from '../../plan.ts';
import { formatReference } from '../../revision/incremental-update.ts';
import { writtenObject } from '../../syntax/write-objects.ts';
import type { DocumentRoots, WrittenDocument } from '../write-document.ts';
import type { LaidWidget } from './lay-fields.ts';

export interface PlanParts {
  readonly roots: DocumentRoots;
  readonly fonts: FontReferences;
  readonly widgets: readonly LaidWidget[];
  readonly language: string;
  /** `drawingsHash` of the certificate pages, if they were printed. */
  readonly printed: string | undefined;
}

/** The plan of revision 0, with objects as serialized in the written bytes. */
export function makePlan(
  { bytes, hash, offsets, renumbering, startxref }: WrittenDocument,
  { roots, fonts, widgets, language, printed }: PlanParts,
): Plan {
  const moved = (ref: PDFRef) => formatReference(renumbering.numberOf(ref) as PDFRef);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const objects: Record<string, string> = {};
  for (const ref of [roots.root, ...widgets.map((widget) => widget.ref)]) {
    const written = renumbering.numberOf(ref) as PDFRef;
    const [start, end] = offsets.slice(written.objectNumber - 1, written.objectNumber + 1) as [
      number,
      number,
    ];
    objects[moved(ref)] = writtenObject(file, written, start, end);
  }
  const fields = widgets.map(({ id, ref, ...field }): [string, PlannedField] => [
    id,
    { ...field, object: moved(ref) },
  ]);
  return {
    version: 1,
    revision: 0,
    length: bytes.length,
    size: offsets.length,
    startxref,
    root: moved(roots.root),
    info: moved(roots.info),
    id: roots.id,
    ...hash,
    certified: false,
    language,
    fonts: { regular: moved(fonts.regular), bold: moved(fonts.bold) },
    ...(printed !== undefined && { certificate: printed }),
    objects,
    fields: Object.fromEntries(fields),
  };
}
