import { Conflict } from '../../shared/domain/errors.ts';
import type { Documents } from '../../shared/ports/documents.ts';

/**
 * Stores a PDF under a key that contains its hash and returns its ETag. Idempotent: an existing object has
 * the same bytes.
 */
export async function putOnce(
  documents: Documents,
  key: string,
  bytes: Uint8Array,
): Promise<string> {
  try {
    return await documents.put(key, bytes, { contentType: 'application/pdf', ifAbsent: true });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return (await stored(documents, key, bytes)).etag;
  }
}

async function stored(documents: Documents, key: string, bytes: Uint8Array) {
  const object = await documents.get(key);
  if (!object || Buffer.compare(object.bytes, bytes) !== 0) throw new Conflict(key);
  return object;
}
