import * as z from 'zod/mini';
import type { Place } from './envelope-index.ts';

const Text = z.object({ of: z.string(), id: z.string(), updatedAt: z.string() });

/** Position after a row, as text; `of`: the part of the index. */
export const placeAfter = (of: string, { id, updatedAt }: Place): string =>
  JSON.stringify({ of, id, updatedAt });

export function placeIn(text: string): { of: string; place: Place } {
  const { of, id, updatedAt } = z.parse(Text, JSON.parse(text));
  return { of, place: { id, updatedAt } };
}
