/** Entry point of the child process that parses a document: one task, one answer, then it exits. */
import {
  type CheckedDocument,
  checkDocument,
  type DocumentLayout,
  type PreparedDocument,
  prepareDocument,
} from '../../shared/pdf/intake/intake.ts';
import {
  PdfRefusal,
  type PdfRefusalCode,
  type PdfRefusalDetail,
} from '../../shared/pdf/refusal.ts';

/** Prepares if `layout` is set, else checks. */
export interface ParserTask {
  readonly bytes: Uint8Array;
  readonly layout?: DocumentLayout;
}

/** Excludes the cause's message, which may quote the document. */
interface ReportedRefusal {
  readonly code: PdfRefusalCode;
  readonly detail?: PdfRefusalDetail;
  readonly cause?: { readonly name: string; readonly stack: string };
}

export type ParserAnswer<Result> =
  | { readonly result: Result }
  | { readonly refusal: ReportedRefusal };

type Answer = ParserAnswer<CheckedDocument | PreparedDocument>;

async function answerTo({ bytes, layout }: ParserTask): Promise<Answer> {
  try {
    return { result: layout ? await prepareDocument(bytes, layout) : await checkDocument(bytes) };
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    return { refusal: told(error) };
  }
}

const told = ({ code, detail, cause }: PdfRefusal): ReportedRefusal => ({
  code,
  ...(detail && { detail }),
  ...(cause instanceof Error && { cause: { name: cause.name, stack: framesOf(cause) } }),
});

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

process.once('message', async (task: ParserTask) => {
  process.send?.(await answerTo(task), () => process.disconnect());
});
