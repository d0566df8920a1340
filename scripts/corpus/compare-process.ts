/**
 * Compares a document's rendering before and after intake in two renderers, in its own process:
 * `compare-process.ts BEFORE AFTER PAGES`, PAGES being the page sizes as JSON. AFTER lies in a folder that may
 * be written to. Prints a `Comparison` as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Comparison } from './intake-result.ts';
import { isSameWithin, type PageImage, pageDifference } from './page-image.ts';
import { openWithPdfjs, renderWithPdfjs } from './render-pdfjs.ts';
import { hasPoppler, renderWithPoppler } from './render-poppler.ts';
import { type ViewerField, ViewerFields } from './viewer-fields.ts';

/** Renders a page (from 1); undefined if the renderer fails. */
type Renderer = (number: number) => Promise<PageImage | undefined>;

const [before = '', after = '', sizes = '[]'] = process.argv.slice(2);
const pages = JSON.parse(sizes) as { width: number; height: number }[];

/** All pages of an ordinary document; of a very long one, evenly spaced pages and the last. */
const MAX_PAGES = 60;

function chosen(): number[] {
  const step = Math.max(1, pages.length / MAX_PAGES);
  const numbers = pages.map((_, index) => Math.min(pages.length, Math.floor(index * step) + 1));
  return [...new Set([...numbers, pages.length])];
}

/** A copy of the same length without `NeedAppearances`, so viewers keep the fields' own appearances. */
function withoutRedrawing(): string {
  const copy = `${after}.stored.pdf`;
  const text = readFileSync(before, 'latin1');
  writeFileSync(copy, text.replaceAll(/(NeedAppearances\s+)true/g, '$1null'), 'latin1');
  return copy;
}

const opened = (file: string): Promise<PDFDocumentProxy | undefined> =>
  openWithPdfjs(file).catch(() => undefined);

async function pdfjs(file: string): Promise<Renderer> {
  const document = await opened(file);
  return async (number) =>
    document && (await renderWithPdfjs(document, number).catch(() => undefined));
}

const poppler =
  async (file: string): Promise<Renderer> =>
  async (number) =>
    hasPoppler() ? renderWithPoppler(file, number) : undefined;

interface Renderers {
  readonly name: string;
  readonly original: Renderer;
  readonly stored: Renderer;
  readonly prepared: Renderer;
}

const renderersBy = async (
  name: string,
  open: (file: string) => Promise<Renderer>,
): Promise<Renderers> => ({
  name,
  original: await open(before),
  stored: await open(withoutRedrawing()),
  prepared: await open(after),
});

interface PageVerdict {
  readonly difference?: string | undefined;
  /** Fields that viewers draw themselves and that look unchanged. */
  readonly kept: readonly ViewerField[];
}

/** Undefined if the renderer cannot show the original page. */
async function compare(
  { original, stored, prepared }: Renderers,
  number: number,
  fields: readonly ViewerField[],
): Promise<PageVerdict | undefined> {
  const old = await original(number);
  if (!old) return undefined;
  const now = await prepared(number);
  const difference = await steadily(original, number, old, differenceOf(number, fields)(old, now));
  const olds = fields.length > 0 ? [old, await stored(number)] : [];
  const kept = fields.filter(({ place }) =>
    olds.some((image) => image && now && isSameWithin(image, now, pages[number - 1]!, place)),
  );
  return { difference, kept };
}

const differenceOf =
  (number: number, fields: readonly ViewerField[]) =>
  (old: PageImage, now: PageImage | undefined): string | undefined =>
    now
      ? pageDifference(
          old,
          now,
          pages[number - 1]!,
          fields.map(({ place }) => place),
        )
      : 'not shown any more';

const LOOKS = 4;

/** Poppler paints some soft masks from uninitialised memory, so that its result varies. */
async function steadily(
  renderer: Renderer,
  number: number,
  old: PageImage,
  difference: string | undefined,
): Promise<string | undefined> {
  if (!difference) return undefined;
  for (let look = 0; look < LOOKS; look += 1) {
    const again = await renderer(number);
    if (!again || pageDifference(old, again, pages[number - 1]!)) return undefined;
  }
  return difference;
}

/** The field's value in the flattened page's text; a field without text has none. */
async function isLegible({ value }: ViewerField, number: number): Promise<boolean> {
  const page = await (await preparedDocument)?.getPage(number);
  const { items } = (await page?.getTextContent()) ?? { items: [] };
  const letters = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
  const text = letters(items.map((item) => ('str' in item ? item.str : '')).join(''));
  return letters(value) !== '' && text.includes(letters(value));
}

async function comparePage(number: number): Promise<void> {
  const on = await fields.on(number);
  const kept = new Set<ViewerField>();
  let able = 0;
  for (const renderers of [byPdfjs, byPoppler]) {
    const verdict = await compare(renderers, number, on);
    if (!verdict) continue;
    able += 1;
    shown.add(renderers.name);
    for (const field of verdict.kept) kept.add(field);
    const { difference } = verdict;
    if (difference) differences.push(`${renderers.name}, page ${number}: ${difference}`);
  }
  for (const field of able > 0 ? on : []) {
    if (kept.has(field) || (await isLegible(field, number))) continue;
    differences.push(`page ${number}: the field "${field.value}" is shown in neither way`);
  }
}

const fields = await ViewerFields.of(readFileSync(before), await opened(before));
const preparedDocument = opened(after);
const [byPdfjs, byPoppler] = [
  await renderersBy('pdf.js', pdfjs),
  await renderersBy('poppler', poppler),
];
const differences: string[] = [];
const shown = new Set<string>();
for (const number of chosen()) await comparePage(number);
const comparison: Comparison = { differences, renderers: [...shown] };
console.log(JSON.stringify(comparison));
