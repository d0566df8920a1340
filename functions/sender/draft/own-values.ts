import { namedBytes } from '../../../shared/contract/named-object.ts';
import { OwnValues } from '../../../shared/contract/sender/own-values.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import type { Values } from '../../../shared/domain/fields/field.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { Documents } from '../../../shared/ports/documents.ts';

/** The company's stored values; empty if there are none or storage has deleted them. */
export async function storedValues(
  documents: Pick<Documents, 'get'>,
  { own }: Pick<Envelope, 'own'>,
): Promise<Values> {
  const bytes = own && (await namedBytes(documents, own));
  return bytes ? storedJson('values', OwnValues, bytes) : {};
}

/** Stores values beside the document, under a key with their hash. */
export async function storeValues(
  documents: Pick<Documents, 'put'>,
  envelopeId: string,
  values: Values,
): Promise<{ key: string; sha256: string }> {
  const json = canonicalJson(values);
  const hash = sha256(json);
  const key = `open/${envelopeId}/values/${hash}.json`;
  await documents.put(key, new TextEncoder().encode(json), { contentType: 'application/json' });
  return { key, sha256: hash };
}
