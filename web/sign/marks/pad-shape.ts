import type { Ceremony } from '../ceremony-api.ts';

/** Limits of width ÷ height, so that there is enough room for writing by hand. */
const LOWEST = 5;
const HIGHEST = 1;

/** The pad has the proportions of the signature's box, so that a drawing fills it undistorted. */
export function padShape({ fields }: Pick<Ceremony, 'fields'>): number {
  const box = fields.find(({ kind }) => kind === 'signature');
  if (!box) return LOWEST;
  return Math.min(LOWEST, Math.max(HIGHEST, box.width / box.height));
}
