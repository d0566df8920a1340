import type { PDFPageProxy } from 'pdfjs-dist';

/** What a page is made of, in the order of drawing, as pdf.js's worker read it. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Heard {
  readonly operators: Operators;
  /** False as long as the worker has not come to the page's end. */
  readonly whole: boolean;
}

interface Chunk {
  readonly lastChunk: boolean;
}

/** Of `PDFPageProxy`, by the names of the pinned version; a test fails if they change. */
interface Receiver {
  _renderPageChunk(chunk: Chunk, state: { readonly operatorList: Operators }): void;
}

const HEARD = new WeakMap<PDFPageProxy, Heard>();

/**
 * To be called before a page is drawn. Where the worker stops in the middle of a page, pdf.js draws
 * what came and says that it is done: only the page's last chunk proves that all of it came.
 */
export function hearOperators(page: PDFPageProxy): void {
  const receiver = page as unknown as Receiver;
  if (Object.hasOwn(receiver, '_renderPageChunk')) return;
  const receive = receiver._renderPageChunk.bind(page);
  receiver._renderPageChunk = (chunk, state) => {
    HEARD.set(page, { operators: state.operatorList, whole: chunk.lastChunk });
    receive(chunk, state);
  };
}

export const heardOperators = (page: PDFPageProxy): Heard =>
  HEARD.get(page) ?? { operators: { fnArray: [], argsArray: [] }, whole: false };
