import type { Ceremony } from '../ceremony-api.ts';

/** Width ÷ height. A hand needs some height to write in, and some width. */
const LOWEST = 5;
const HIGHEST = 1;

/** The pad has the shape of the box that the signature goes into: what is drawn fills it as it was drawn. */
export function padShape({ fields }: Pick<Ceremony, 'fields'>): number {
  const box = fields.find(({ kind }) => kind === 'signature');
  if (!box) return LOWEST;
  return Math.min(LOWEST, Math.max(HIGHEST, box.width / box.height));
}
