import type { PDFPageProxy } from 'pdfjs-dist';
import { expectsInk } from './expected-ink.ts';
import { drawableCanvas, hasInk, imageOf } from './ink.ts';
import { recordedOperators, recordOperators } from './operators.ts';

/** `partly`: with an error in the page, or an image or font missing. */
export type Drawn = 'whole' | 'partly' | 'not';

export interface Result {
  readonly drawn: Drawn;
  readonly canvas?: HTMLCanvasElement;
  /** The worker stopped at an error in the page. */
  readonly cut?: boolean;
}

export interface Drawing {
  /** Undefined if drawing was cancelled. */
  readonly result: Promise<Result | undefined>;
  stop(): void;
}

/**
 * Draws a page `width` CSS pixels wide. pdf.js may report a page as rendered although nothing was drawn, so
 * the canvas is checked for ink if the page's content should leave some.
 */
export function drawPage(page: PDFPageProxy, width: number): Drawing {
  recordOperators(page);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  const canvas = drawableCanvas(viewport.width, viewport.height, window.devicePixelRatio || 1);
  const scale = [canvas.width / viewport.width, canvas.height / viewport.height] as const;
  const transform = [scale[0], 0, 0, scale[1], 0, 0];
  const task = page.render({ canvas, viewport, transform });
  const result = task.promise.then(
    () => judged(page, canvas),
    (failure: Error) =>
      failure.name === 'RenderingCancelledException' ? undefined : { drawn: 'not' as const },
  );
  return { result, stop: () => task.cancel() };
}

async function judged(page: PDFPageProxy, canvas: HTMLCanvasElement): Promise<Result> {
  const { OPS } = await import('./pdfjs.ts');
  const { operators, whole } = recordedOperators(page);
  if (!hasInk(imageOf(canvas))) {
    const empty = whole && !expectsInk(operators, OPS, (id) => imageHasInk(page, id));
    return { drawn: empty ? 'whole' : 'not', canvas, cut: !whole };
  }
  const missing = !whole || missingParts(page, OPS).length > 0;
  return { drawn: missing ? 'partly' : 'whole', canvas, cut: !whole };
}

type Ops = typeof import('./pdfjs.ts')['OPS'];

/** Images and fonts that could not be decoded, which pdf.js skips silently. */
function missingParts(page: PDFPageProxy, ops: Ops): string[] {
  const { fnArray, argsArray } = recordedOperators(page).operators;
  const needed = fnArray.flatMap((fn, index) => {
    const font = fn === ops.setFont;
    if (!font && fn !== ops.paintImageXObject && fn !== ops.paintImageXObjectRepeat) return [];
    return [String((argsArray[index] as readonly unknown[])[0])];
  });
  return [...new Set(needed)].filter((id) => typeof loaded(page, id) !== 'object');
}

/** pdf.js represents a failed font by its error text, a failed image by null. */
function loaded(page: PDFPageProxy, id: string): object | undefined {
  const objects = page.objs.has(id) ? page.objs : page.commonObjs;
  const found: unknown = objects.has(id) ? objects.get(id) : undefined;
  return found && typeof found === 'object' ? found : undefined;
}

/** Number of pixels sampled from an image. */
const SAMPLE = 64;

function imageHasInk(page: PDFPageProxy, id: string): boolean {
  const { bitmap } = (loaded(page, id) ?? {}) as { bitmap?: ImageBitmap };
  const canvas = document.createElement('canvas');
  canvas.width = SAMPLE;
  canvas.height = SAMPLE;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!bitmap || !context) return true;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, SAMPLE, SAMPLE);
  context.drawImage(bitmap, 0, 0, SAMPLE, SAMPLE);
  return hasInk(imageOf(canvas));
}
