import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';
import type { DocumentView } from './document-view.ts';
import type { FileRevision } from './file-structure.ts';
import { VerifyError } from './report.ts';

interface Appended {
  readonly before: DocumentView;
  readonly after: DocumentView;
  readonly revision: FileRevision;
}

/**
 * The objects that a revision writes again. The others must be new, and each be reached from one
 * that was written again: an object that lies there unused waits for a later trick. No object may
 * change its generation, by which readers differ in what a reference finds.
 */
export function rewrittenObjects(appended: Appended): number[] {
  const numbers = [...appended.revision.objects.keys()];
  const rewritten = numbers.filter((number) => appended.before.span(number));
  for (const number of numbers) checkGeneration(appended, number);
  const used = reachedFrom(appended, rewritten);
  const unused = numbers.find((number) => !used.has(number));
  if (unused !== undefined) refuse(`object ${unused} is used by nothing`);
  return rewritten;
}

function refuse(detail: string): never {
  throw new VerifyError('change_not_allowed', detail);
}

function checkGeneration({ before, revision }: Appended, number: number): void {
  const { generation = 0 } = before.span(number) ?? {};
  if (number === 0 || revision.objects.get(number)?.generation !== generation)
    refuse(`object ${number} is of another generation`);
}

/** Through objects of this revision alone. */
function reachedFrom({ after, revision }: Appended, roots: readonly number[]): Set<number> {
  const reached = new Set(roots);
  for (const number of reached)
    for (const next of referencesIn(after.object(number)))
      if (revision.objects.has(next)) reached.add(next);
  return reached;
}

function referencesIn(object: PDFObject | undefined): number[] {
  if (object instanceof PDFRef) return [object.objectNumber];
  if (object instanceof PDFArray) return object.asArray().flatMap(referencesIn);
  if (object instanceof PDFDict) return object.values().flatMap(referencesIn);
  return object instanceof PDFStream ? referencesIn(object.dict) : [];
}
