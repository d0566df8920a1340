import { sha256, toHex } from '../../pki/signature/digest.ts';
import type { SignatureReport } from './report.ts';

/** SHA-256 of the file up to its first document timestamp, which closes it; later revisions are renewals. */
export async function closedHash(
  bytes: Uint8Array,
  signatures: readonly SignatureReport[],
  hash: string,
): Promise<string> {
  const closing = signatures.find(({ kind }) => kind === 'timestamp');
  if (!closing || closing.covers === bytes.length) return hash;
  return toHex(await sha256(bytes.subarray(0, closing.covers)));
}
