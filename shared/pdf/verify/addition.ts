import { describeAddition } from './describe-changes.ts';
import type { DocumentView } from './document-view.ts';
import { type FileRevision, latin1, readRevisions } from './file-structure.ts';
import type { FormField } from './find-signature.ts';
import { isOurs } from './foreign-file.ts';
import { messageOf, type RevisionReport, VerifyError } from './report.ts';

const ENDING = '%%EOF\n';
/** Document timestamps end a closed document. */
const CLOSED = '/DocTimeStamp';
/** Bytes searched, from the end of the file. */
const WITHIN = 16 << 20;

interface Revisions {
  readonly revisions: readonly FileRevision[];
  /** Set if another writer appended something after them. */
  readonly addition?: VerifyError;
}

/** The revisions of a file. If something else was appended to a closed document, those of that document. */
export function revisionsOf(bytes: Uint8Array): Revisions {
  try {
    return { revisions: readRevisions(bytes) };
  } catch (error) {
    const revisions = isOurs(bytes) ? closedPart(bytes) : undefined;
    if (!revisions) throw error;
    return { revisions, addition: new VerifyError('appended', detailOf(revisions, bytes, error)) };
  }
}

const endOf = (revisions: readonly FileRevision[]): number => revisions.at(-1)?.end ?? 0;

function detailOf(revisions: readonly FileRevision[], bytes: Uint8Array, error: unknown): string {
  const end = endOf(revisions);
  return `${bytes.length - end} bytes stand behind the first ${end} (${messageOf(error)})`;
}

/** Describes the appended part for experts. */
export function reportAddition(
  bytes: Uint8Array,
  before: DocumentView,
  { revisions, fields }: Revisions & { fields: ReadonlyMap<number, FormField> },
): RevisionReport {
  const start = endOf(revisions);
  const changes = describeAddition(bytes.subarray(start), before, fields);
  return { start, end: bytes.length, kind: 'data', changes, allowed: false };
}

/** Tried at one position only: a crafted file may contain many. */
function closedPart(bytes: Uint8Array): FileRevision[] | undefined {
  const end = endOfClosed(bytes);
  if (end === undefined) return undefined;
  try {
    return readRevisions(bytes.subarray(0, end));
  } catch {
    return undefined;
  }
}

/** End of the last revision with a document timestamp that does not also end the file. */
function endOfClosed(bytes: Uint8Array): number | undefined {
  const from = Math.max(0, bytes.length - WITHIN);
  const text = latin1(bytes.subarray(from));
  let end = text.lastIndexOf(ENDING, text.length - ENDING.length - 1);
  while (end > 0) {
    const before = text.lastIndexOf(ENDING, end - 1);
    if (text.slice(Math.max(before, 0), end).includes(CLOSED)) return from + end + ENDING.length;
    end = before;
  }
  return undefined;
}
