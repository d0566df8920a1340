import type * as z from 'zod/mini';
import type { StoredForm } from '../domain/ledger/versions.ts';
import { sha256 } from '../domain/sha256.ts';
import { storedJson } from './stored.ts';

/** An object's key and SHA-256 (hexadecimal), as recorded in the ledger. */
export interface NamedObject {
  readonly key: string;
  readonly sha256: string;
}

interface Objects {
  get(key: string): Promise<{ readonly bytes: Uint8Array } | undefined>;
}

/** The object's bytes; undefined if it does not exist. Throws if its hash is not the recorded one. */
export async function namedBytes(
  documents: Objects,
  { key, sha256: expected }: NamedObject,
): Promise<Uint8Array | undefined> {
  const object = await documents.get(key);
  if (object && sha256(object.bytes) !== expected) throw new Error(`${key} was changed`);
  return object?.bytes;
}

/** As `namedBytes`, but throws if the object does not exist. */
export async function requiredBytes(documents: Objects, named: NamedObject): Promise<Uint8Array> {
  const bytes = await namedBytes(documents, named);
  if (!bytes) throw new Error(`${named.key} is missing`);
  return bytes;
}

/** As `requiredBytes`, for JSON validated by its schema. */
export const requiredJson = async <S extends z.core.$ZodType>(
  documents: Objects,
  named: NamedObject,
  form: StoredForm,
  schema: S,
): Promise<z.output<S>> => storedJson(form, schema, await requiredBytes(documents, named));
