import * as z from 'zod';
import { Malformed } from '../../../domain/errors.ts';
import { canonicalJson } from '../../../domain/ledger/canonical-json.ts';
import { sha256 } from '../../../domain/sha256.ts';
import type { EnvelopeSearch } from '../../../ports/lists.ts';
import { opaque, readOpaque } from '../../lists/opaque.ts';

/** Position in a search: index of the range, part after `from`, last envelope returned. */
const SearchPlace = z.object({
  range: z.number().int().min(0).max(10),
  from: z.object({ id: z.string(), updatedAt: z.string() }).optional(),
  after: z.object({ id: z.string(), createdAt: z.string() }).optional(),
});
export type SearchPlace = z.output<typeof SearchPlace>;

const Cursor = SearchPlace.extend({ of: z.string() });

/** Opaque, and valid for the same search only; reveals nothing that the caller may not see. */
export const searchCursor = (place: SearchPlace, search: EnvelopeSearch): string =>
  opaque({ of: nameOf(search), ...place });

/** Throws Malformed if it is not a cursor of this search. */
export function searchPlace(cursor: string, search: EnvelopeSearch): SearchPlace {
  const parsed = Cursor.safeParse(readOpaque(cursor));
  if (!parsed.success || parsed.data.of !== nameOf(search))
    throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
  const { of: _, ...place } = parsed.data;
  return place;
}

const nameOf = ({ readings, owner, status, group }: EnvelopeSearch): string =>
  sha256(canonicalJson({ readings, owner, status, group })).slice(0, 16);
