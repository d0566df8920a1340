/**
 * Compares a document before and after intake as two renderers show it, in a process of its own:
 * `compare-process.ts BEFORE AFTER PAGES`, PAGES being the pages' sizes as JSON. Prints a
 * `Comparison` as JSON.
 */
import type { Comparison } from './intake-result.ts';
import { pageDifference } from './page-image.ts';
import { openWithPdfjs, renderWithPdfjs } from './render-pdfjs.ts';
import { hasPoppler, renderWithPoppler } from './render-poppler.ts';

type Size = { width: number; height: number };

const [before = '', after = '', sizes = '[]'] = process.argv.slice(2);
const pages = JSON.parse(sizes) as Size[];

/** Every page of an ordinary document; of a very long one, evenly spaced ones and the last. */
const MOST_PAGES = 60;

const chosen = (): number[] => {
  const step = Math.max(1, pages.length / MOST_PAGES);
  const numbers = pages.map((_, index) => Math.min(pages.length, Math.floor(index * step) + 1));
  return [...new Set([...numbers, pages.length])];
};

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function byPdfjs(): Promise<Comparison> {
  const differences: string[] = [];
  const original = await openWithPdfjs(before).catch(() => undefined);
  if (!original) return { differences, renderers: [] };
  const prepared = await openWithPdfjs(after);
  for (const number of chosen()) {
    const old = await renderWithPdfjs(original, number).catch(() => undefined);
    if (!old) continue;
    const difference = await renderWithPdfjs(prepared, number)
      .then((now) => pageDifference(old, now, pages[number - 1]!))
      .catch(said);
    if (difference) differences.push(`pdf.js, page ${number}: ${difference}`);
  }
  return { differences, renderers: ['pdf.js'] };
}

function byPoppler(): Comparison {
  const differences: string[] = [];
  if (!hasPoppler()) return { differences, renderers: [] };
  let rendered = 0;
  for (const number of chosen()) {
    const [old] = renderWithPoppler(before, number, number);
    if (!old) continue;
    rendered += 1;
    const [now] = renderWithPoppler(after, number, number);
    const difference = now ? pageDifference(old, now, pages[number - 1]!) : 'not shown any more';
    if (difference) differences.push(`poppler, page ${number}: ${difference}`);
  }
  return { differences, renderers: rendered > 0 ? ['poppler'] : [] };
}

const results = [await byPdfjs(), byPoppler()];
const comparison: Comparison = {
  differences: results.flatMap(({ differences }) => differences),
  renderers: results.flatMap(({ renderers }) => renderers),
};
console.log(JSON.stringify(comparison));
