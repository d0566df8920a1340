import { sha256, toHex } from '../../pki/signature/digest.ts';
import type { SignatureReport } from './report.ts';

/** The first document timestamp closes a file; what follows it renews the proof. */
export async function closedHash(
  bytes: Uint8Array,
  signatures: readonly SignatureReport[],
  hash: string,
): Promise<string> {
  const closing = signatures.find(({ kind }) => kind === 'timestamp');
  if (!closing || closing.covers === bytes.length) return hash;
  return toHex(await sha256(bytes.subarray(0, closing.covers)));
}
