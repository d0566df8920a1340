import { p256 } from '@noble/curves/nist.js';
import { bufferOf } from '../../shared/pki/asn1/der.ts';

/** (r, n − s), which is an equally valid P-256 signature to (r, s); both in DER. */
export function mirrored(signature: ArrayBuffer): ArrayBuffer {
  const { r, s } = p256.Signature.fromBytes(new Uint8Array(signature), 'der');
  return bufferOf(new p256.Signature(r, p256.Point.Fn.ORDER - s).toBytes('der'));
}
