import { type Drawing, drawPage, type Result } from './draw-page.ts';
import { lenientReader, type PDFDocumentProxy, workerFailure } from './load-pdf.ts';

/**
 * Draws page `index` (from 0), skipping errors. Most errors have no visible effect, but that cannot be told
 * here, so the result stays `partly`.
 */
export function drawPastErrors(pdf: PDFDocumentProxy, index: number, width: number): Drawing {
  let stopped = false;
  let current: Drawing | undefined;
  async function draw(from: PDFDocumentProxy): Promise<Result | undefined> {
    const page = await from.getPage(index + 1);
    if (stopped) return undefined;
    current = drawPage(page, width);
    return current.result;
  }
  function stop() {
    stopped = true;
    current?.stop();
  }
  async function whole() {
    const strict = await draw(pdf);
    if (!strict?.cut) return strict;
    const more = await draw(await lenientReader(pdf));
    return more?.drawn === 'whole' ? { ...more, drawn: 'partly' as const } : more;
  }
  const dead = workerFailure(pdf).then((failure) => Promise.reject(failure));
  const result = Promise.race([whole(), dead]).catch(() => ({ drawn: 'not' as const }));
  return { result, stop };
}
