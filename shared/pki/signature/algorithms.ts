import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { SigningIdentity } from '../identity.ts';

/** `ecdsa-with-SHA256` has no parameters (RFC 5758 §3.2), `sha256WithRSAEncryption` has NULL. */
export const SIGNATURE_ALGORITHMS = {
  'ecdsa-sha256': () => new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' }),
  'rsa-sha256': () =>
    new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.11', parameters: null }),
} satisfies Record<SigningIdentity['algorithm'], () => AlgorithmIdentifier>;
