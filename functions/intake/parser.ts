/** The process in which a document is parsed: one task, one answer, and then it ends. */
import {
  type CheckedDocument,
  checkDocument,
  type DocumentLayout,
  type PreparedDocument,
  prepareDocument,
} from '../../shared/pdf/intake.ts';
import {
  PdfRefusal,
  type PdfRefusalCode,
  type PdfRefusalDetail,
} from '../../shared/pdf/refusal.ts';

/** With a layout to be prepared, without one to be checked. */
export interface ParserTask {
  readonly bytes: Uint8Array;
  readonly layout?: DocumentLayout;
}

export type ParserAnswer<Result> =
  | { readonly result: Result }
  | { readonly refusal: { readonly code: PdfRefusalCode; readonly detail?: PdfRefusalDetail } };

type Answer = ParserAnswer<CheckedDocument | PreparedDocument>;

async function answerTo({ bytes, layout }: ParserTask): Promise<Answer> {
  try {
    return { result: layout ? await prepareDocument(bytes, layout) : await checkDocument(bytes) };
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    return { refusal: { code: error.code, ...(error.detail && { detail: error.detail }) } };
  }
}

process.once('message', async (task: ParserTask) => {
  process.send?.(await answerTo(task), () => process.disconnect());
});
