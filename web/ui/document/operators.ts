import type { PDFPageProxy } from 'pdfjs-dist';

/** A page's drawing operators in order, as pdf.js's worker parsed them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface RecordedOperators {
  readonly operators: Operators;
  /** False until the worker has reached the end of the page. */
  readonly whole: boolean;
}

interface Chunk {
  readonly lastChunk: boolean;
}

/** Internals of `PDFPageProxy` in the pinned version; a test fails if they change. */
interface Receiver {
  _renderPageChunk(chunk: Chunk, state: { readonly operatorList: Operators }): void;
}

const RECORDED = new WeakMap<PDFPageProxy, RecordedOperators>();

/**
 * Must be called before a page is drawn. If the worker stops in the middle of a page, pdf.js draws the part
 * received and reports success; only the page's last chunk proves that it is complete.
 */
export function recordOperators(page: PDFPageProxy): void {
  const receiver = page as unknown as Receiver;
  if (Object.hasOwn(receiver, '_renderPageChunk')) return;
  const receive = receiver._renderPageChunk.bind(page);
  receiver._renderPageChunk = (chunk, state) => {
    RECORDED.set(page, { operators: state.operatorList, whole: chunk.lastChunk });
    receive(chunk, state);
  };
}

export const recordedOperators = (page: PDFPageProxy): RecordedOperators =>
  RECORDED.get(page) ?? { operators: { fnArray: [], argsArray: [] }, whole: false };
