import type { SignerInfo } from '@peculiar/asn1-cms';
import { AsnProp } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { bufferOf, decode } from '../asn1/der.ts';
import { canonicalPssParameters } from '../signature/rsa-pss.ts';
import { canonicalAlgorithm, ID_RSA_PSS, isRsa } from '../signature/verify-signature.ts';

/** `id-aa-CMSAlgorithmProtect`, RFC 6211. */
export const ID_ALGORITHM_PROTECTION = '1.2.840.113549.1.9.52';

/** `CMSAlgorithmProtection` (RFC 6211 § 2) of a signature. */
class SignerAlgorithms {
  digest = new AlgorithmIdentifier();
  signature = new AlgorithmIdentifier();
}
AsnProp({ type: AlgorithmIdentifier })(SignerAlgorithms.prototype, 'digest');
AsnProp({ type: AlgorithmIdentifier, context: 1, implicit: true })(
  SignerAlgorithms.prototype,
  'signature',
);

/**
 * The canonical digest and signature AlgorithmIdentifiers. A CMS does not sign its own, and most have
 * alternatives (two OIDs; NULL or absent parameters, RFC 5754 § 2). If the signer signed them (RFC 6211), the
 * signed ones.
 */
export function canonicalAlgorithms(signer: SignerInfo): SignerAlgorithms {
  const [signed] = (signer.signedAttrs ?? [])
    .filter(({ attrType }) => attrType === ID_ALGORITHM_PROTECTION)
    .flatMap(({ attrValues }) => attrValues);
  if (signed) return decode(new Uint8Array(signed), SignerAlgorithms);
  const digest = new AlgorithmIdentifier({ algorithm: signer.digestAlgorithm.algorithm });
  return { digest, signature: plain(signer.signatureAlgorithm, digest.algorithm) };
}

function plain(given: AlgorithmIdentifier, digest: string): AlgorithmIdentifier {
  const algorithm = canonicalAlgorithm(given.algorithm, digest);
  if (isRsa(algorithm)) return new AlgorithmIdentifier({ algorithm, parameters: null });
  if (algorithm !== ID_RSA_PSS || !given.parameters) return new AlgorithmIdentifier({ algorithm });
  const parameters = bufferOf(canonicalPssParameters(new Uint8Array(given.parameters)));
  return new AlgorithmIdentifier({ algorithm, parameters });
}
