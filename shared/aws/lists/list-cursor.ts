import * as z from 'zod';
import { Malformed } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { ListQuery, Place } from './envelope-index.ts';

const Cursor = z.object({ of: z.string(), id: z.string(), updatedAt: z.string() });

/**
 * Opaque, and valid for the same list only. It only positions the query, so a forged cursor shows nothing
 * that the caller may not see.
 */
export const cursorFrom = ({ id, updatedAt }: Place, query: ListQuery): string =>
  Buffer.from(JSON.stringify({ of: nameOf(query), id, updatedAt })).toString('base64url');

/** Throws Malformed if it is not a cursor of this list. */
export function placeOf(cursor: string, query: ListQuery): Place {
  const parsed = Cursor.safeParse(read(cursor));
  if (!parsed.success || parsed.data.of !== nameOf(query)) {
    throw new Malformed([{ path: 'cursor', message: 'not a cursor of this list' }]);
  }
  const { id, updatedAt } = parsed.data;
  return { id, updatedAt };
}

const nameOf = ({ owner, status, group }: ListQuery): string =>
  sha256(canonicalJson({ owner, status, ...(group && { group }) })).slice(0, 16);

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
