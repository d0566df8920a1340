import * as z from 'zod';
import { Malformed } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { ListQuery, Place } from './envelope-index.ts';
import { opaque, readOpaque } from './opaque.ts';

const Cursor = z.object({ of: z.string(), id: z.string(), updatedAt: z.string() });

/**
 * Opaque, and valid for the same list only. It only positions the query, so a forged cursor shows nothing
 * that the caller may not see.
 */
export const cursorFrom = ({ id, updatedAt }: Place, query: ListQuery): string =>
  opaque({ of: nameOf(query), id, updatedAt });

/** Throws Malformed if it is not a cursor of this list. */
export function placeOf(cursor: string, query: ListQuery): Place {
  const parsed = Cursor.safeParse(readOpaque(cursor));
  if (!parsed.success || parsed.data.of !== nameOf(query)) {
    throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
  }
  const { id, updatedAt } = parsed.data;
  return { id, updatedAt };
}

const nameOf = ({ owner, status, group, waitsForOwner }: ListQuery): string =>
  sha256(
    canonicalJson({
      owner,
      status,
      ...(group && { group }),
      ...(waitsForOwner && { waitsForOwner }),
    }),
  ).slice(0, 16);
