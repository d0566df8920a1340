import { describeAddition } from './describe-changes.ts';
import type { DocumentView } from './document-view.ts';
import { type FileRevision, latin1, readRevisions } from './file-structure.ts';
import type { FormField } from './find-signature.ts';
import { isOurs } from './foreign-file.ts';
import { type RevisionReport, VerifyError } from './report.ts';

const ENDING = '%%EOF\n';
/** Viewers save a file several times; whoever appends more is told less. */
const MOST_ADDITIONS = 4;
/** From the end of the file. */
const WITHIN = 16 << 20;

interface Revisions {
  revisions: readonly FileRevision[];
  /** What is to be said of what another writer has put behind them. */
  addition?: VerifyError;
}

/** The revisions of a file; where something was added to a closed document, those of the document. */
export const revisionsOf = (bytes: Uint8Array): Revisions => {
  try {
    return { revisions: readRevisions(bytes) };
  } catch (error) {
    const revisions = isOurs(bytes) ? closedPart(bytes) : undefined;
    if (!revisions) throw error;
    return { revisions, addition: new VerifyError('appended', detailOf(revisions, bytes, error)) };
  }
};

const endOf = (revisions: readonly FileRevision[]): number => revisions.at(-1)?.end ?? 0;

const detailOf = (
  revisions: readonly FileRevision[],
  bytes: Uint8Array,
  error: unknown,
): string => {
  const end = endOf(revisions);
  const why = error instanceof Error ? error.message : String(error);
  return `${bytes.length - end} bytes stand behind the first ${end} (${why})`;
};

/** What was added, as an expert may want to know it. */
export const reportAddition = (
  bytes: Uint8Array,
  before: DocumentView,
  { revisions, fields }: Revisions & { fields: ReadonlyMap<number, FormField> },
): RevisionReport => {
  const start = endOf(revisions);
  const changes = describeAddition(bytes.subarray(start), before, fields);
  return { start, end: bytes.length, kind: 'data', changes, allowed: false };
};

const closedPart = (bytes: Uint8Array): FileRevision[] | undefined => {
  for (const end of endings(bytes)) {
    const revisions = readable(bytes.subarray(0, end));
    if (revisions && isClosed(bytes, revisions)) return revisions;
  }
  return undefined;
};

/** Where a revision may end, the last one first. */
const endings = (bytes: Uint8Array): number[] => {
  const from = Math.max(0, bytes.length - WITHIN);
  const text = latin1(bytes.subarray(from));
  const found: number[] = [];
  let at = text.lastIndexOf(ENDING, text.length - ENDING.length - 1);
  while (at > 0 && found.length < MOST_ADDITIONS) {
    found.push(from + at + ENDING.length);
    at = text.lastIndexOf(ENDING, at - 1);
  }
  return found;
};

/** Whether it ends with a document timestamp. */
const isClosed = (bytes: Uint8Array, revisions: readonly FileRevision[]): boolean => {
  const { start, end } = revisions.at(-1)!;
  return revisions.length > 1 && latin1(bytes.subarray(start, end)).includes('/DocTimeStamp');
};

const readable = (bytes: Uint8Array): FileRevision[] | undefined => {
  try {
    return readRevisions(bytes);
  } catch {
    return undefined;
  }
};
