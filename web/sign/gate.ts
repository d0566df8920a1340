import type { Drawn } from '../ui/document/draw-page.ts';
import type { Ceremony } from './ceremony-api.ts';

/** Pages (from 0) that must be displayed before signing: the first, and each with a field of this party. */
export const pagesToSee = ({ fields }: Pick<Ceremony, 'fields'>): number[] =>
  [...new Set([0, ...fields.map(({ page }) => page)])].sort((one, other) => one - other);

/** Result of drawing each page so far, by index from 0. */
export type DrawnPages = ReadonlyMap<number, Drawn>;

/** A page counts as seen once it was drawn completely, even if a redraw after zooming fails. */
export const withDrawn = (before: DrawnPages, page: number, drawn: Drawn): DrawnPages =>
  before.get(page) === 'whole' || before.get(page) === drawn
    ? before
    : new Map(before).set(page, drawn);

export type Gate =
  | { readonly state: 'open' }
  /** `next`: the page to draw now. */
  | { readonly state: 'waiting'; readonly next: number }
  /** `pages`: those not drawn, or only partly; empty if the document could not be opened. */
  | { readonly state: 'shut'; readonly pages: readonly number[] };

/** Whether signing may continue: all required pages were drawn completely, one after the other. */
export function gateOf(toSee: readonly number[], drawn: DrawnPages): Gate {
  const next = toSee.find((page) => !drawn.has(page));
  const pages = toSee.filter((page) => drawn.has(page) && drawn.get(page) !== 'whole');
  if (next !== undefined) return { state: 'waiting', next };
  return pages.length > 0 ? { state: 'shut', pages } : { state: 'open' };
}
