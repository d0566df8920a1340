import * as z from 'zod';
import { Malformed } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { TemplateListQuery } from '../../ports/templates.ts';
import { opaque, readOpaque } from '../lists/opaque.ts';

const Cursor = z.object({ of: z.string(), place: z.string() });

type List = Pick<TemplateListQuery, 'of' | 'archived'>;

/** Opaque position in a list, valid for the same list only. */
export const templateCursor = (place: string, list: List): string =>
  opaque({ of: nameOf(list), place });

/** Throws Malformed if it is not a cursor of this list. */
export function placeInCursor(cursor: string, list: List): string {
  const parsed = Cursor.safeParse(readOpaque(cursor));
  if (!parsed.success || parsed.data.of !== nameOf(list))
    throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
  return parsed.data.place;
}

const nameOf = ({ of, archived }: List): string =>
  sha256(canonicalJson({ of, archived })).slice(0, 16);
