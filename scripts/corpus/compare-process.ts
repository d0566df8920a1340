/**
 * Compares a document before and after intake as two renderers show it, in a process of its own:
 * `compare-process.ts BEFORE AFTER PAGES`, PAGES being the pages' sizes as JSON. AFTER is a file in a
 * folder that is free to write to. Prints a `Comparison` as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import type { Comparison } from './intake-result.ts';
import { type PageImage, pageDifference } from './page-image.ts';
import { openWithPdfjs, renderWithPdfjs } from './render-pdfjs.ts';
import { hasPoppler, renderWithPoppler } from './render-poppler.ts';

/** A page, from 1; undefined where the renderer gives up on it. */
type Renderer = (number: number) => Promise<PageImage | undefined>;

const [before = '', after = '', sizes = '[]'] = process.argv.slice(2);
const pages = JSON.parse(sizes) as { width: number; height: number }[];

/** Every page of an ordinary document; of a very long one, evenly spaced ones and the last. */
const MOST_PAGES = 60;

const chosen = (): number[] => {
  const step = Math.max(1, pages.length / MOST_PAGES);
  const numbers = pages.map((_, index) => Math.min(pages.length, Math.floor(index * step) + 1));
  return [...new Set([...numbers, pages.length])];
};

/**
 * A form may ask viewers to draw its fields anew, which each does in its own way. So the appearances
 * that are stored in the file count as well: here is a copy, of the same length, that does not ask.
 */
function withoutRedrawing(): string {
  const copy = `${after}.stored.pdf`;
  const text = readFileSync(before, 'latin1');
  writeFileSync(copy, text.replaceAll(/(NeedAppearances\s+)true/g, '$1null'), 'latin1');
  return copy;
}

async function pdfjs(file: string): Promise<Renderer> {
  const document = await openWithPdfjs(file).catch(() => undefined);
  return async (number) =>
    document && (await renderWithPdfjs(document, number).catch(() => undefined));
}

const poppler = async (file: string): Promise<Renderer> => {
  return async (number) => (hasPoppler() ? renderWithPoppler(file, number) : undefined);
};

interface Compared {
  /** What differs, by page. */
  readonly differences: ReadonlyMap<number, string>;
  readonly renderers: readonly string[];
}

async function compareBy(
  name: string,
  open: (file: string) => Promise<Renderer>,
): Promise<Compared> {
  const [original, prepared] = [await open(before), await open(after)];
  const stored = await open(withoutRedrawing());
  const differences = new Map<number, string>();
  let rendered = 0;
  for (const number of chosen()) {
    const old = await original(number);
    if (!old) continue;
    rendered += 1;
    const now = await prepared(number);
    const difference = differenceOf(number, old, now);
    if (!difference || !(await isSteady(original, number, old))) continue;
    if (differenceOf(number, await stored(number), now)) {
      differences.set(number, `${name}, page ${number}: ${difference}`);
    }
  }
  return { differences, renderers: rendered > 0 ? [name] : [] };
}

function differenceOf(
  number: number,
  old: PageImage | undefined,
  now: PageImage | undefined,
): string | undefined {
  if (!old || !now) return 'not shown any more';
  return pageDifference(old, now, pages[number - 1]!);
}

const LOOKS = 4;

/** Poppler paints some soft masks from memory that it never filled: now and then another page. */
async function isSteady(renderer: Renderer, number: number, old: PageImage): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (differenceOf(number, old, await renderer(number)) !== undefined) return false;
  }
  return true;
}

async function asksForDrawing(): Promise<boolean> {
  const options = { ignoreEncryption: true, updateMetadata: false };
  const document = await PDFDocument.load(readFileSync(before), options).catch(() => undefined);
  const form = document?.catalog.lookup(PDFName.of('AcroForm'));
  return form instanceof PDFDict && String(form.get(PDFName.of('NeedAppearances'))) === 'true';
}

/**
 * Pages with fields that store no appearance or ask for another, which each viewer draws in its own way (pdf.js the frame
 * outside the page's picture): there it is enough to look as in one of them.
 */
async function pagesDrawnByViewers(): Promise<ReadonlySet<number>> {
  const document = await openWithPdfjs(before).catch(() => undefined);
  const asking = await asksForDrawing();
  const drawn = new Set<number>();
  for (const number of document ? chosen() : []) {
    const page = await document!.getPage(number).catch(() => undefined);
    const annotations = (await page?.getAnnotations().catch(() => [])) ?? [];
    const fields = annotations.filter(({ subtype }) => subtype === 'Widget');
    if (fields.some((it) => asking || !it.hasAppearance)) drawn.add(number);
  }
  return drawn;
}

const results = [await compareBy('pdf.js', pdfjs), await compareBy('poppler', poppler)];
const able = results.filter(({ renderers }) => renderers.length > 0);
const drawn = await pagesDrawnByViewers();
const counts = (page: number): boolean =>
  !drawn.has(page) || able.every(({ differences }) => differences.has(page));
const comparison: Comparison = {
  differences: able.flatMap(({ differences }) =>
    [...differences].filter(([page]) => counts(page)).map(([, text]) => text),
  ),
  renderers: able.flatMap(({ renderers }) => renderers),
};
console.log(JSON.stringify(comparison));
