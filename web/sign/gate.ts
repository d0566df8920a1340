import type { Drawn } from '../ui/document/draw-page.ts';
import type { Ceremony } from './ceremony-api.ts';

/** The pages (from 0) without which nobody signs: the first, and each with a field of this party. */
export const pagesToSee = ({ fields }: Pick<Ceremony, 'fields'>): number[] =>
  [...new Set([0, ...fields.map(({ page }) => page)])].sort((one, other) => one - other);

/** How each page was drawn so far, by its number from 0. */
export type DrawnPages = ReadonlyMap<number, Drawn>;

/** A page counts as seen once it was drawn completely, even if a redraw after zooming fails. */
export const withDrawn = (before: DrawnPages, page: number, drawn: Drawn): DrawnPages =>
  before.get(page) === 'whole' || before.get(page) === drawn
    ? before
    : new Map(before).set(page, drawn);

export type Gate =
  | { readonly state: 'open' }
  /** `next`: the page to be drawn now. */
  | { readonly state: 'waiting'; readonly next: number }
  /** `pages`: those that could not be drawn, or only in part; none where the document did not open. */
  | { readonly state: 'shut'; readonly pages: readonly number[] };

/** Whether one may go on to sign: all pages to see were drawn whole, one after the other. */
export function gateOf(toSee: readonly number[], drawn: DrawnPages): Gate {
  const next = toSee.find((page) => !drawn.has(page));
  const pages = toSee.filter((page) => drawn.has(page) && drawn.get(page) !== 'whole');
  if (next !== undefined) return { state: 'waiting', next };
  return pages.length > 0 ? { state: 'shut', pages } : { state: 'open' };
}
