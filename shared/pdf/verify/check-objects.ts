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
 * The object numbers that a revision rewrites. All its other objects must be new and reachable from a
 * rewritten one, so that no unused object can be activated later; no object may change its generation, on
 * which readers differ.
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

/** Objects reachable within this revision. */
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
