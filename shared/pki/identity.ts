/**
 * Signs the SHA-256 of the bytes. ECDSA P-256 answers a DER `Ecdsa-Sig-Value` (RFC 3279 §2.2.3),
 * RSA a PKCS #1 v1.5 signature.
 */
export type Signer = (bytes: Uint8Array) => Promise<Uint8Array>;

/** A key that signs, with what others need to check it. Certificates are DER. */
export interface SigningIdentity {
  certificate: Uint8Array;
  /** Issuers, nearest first, up to and with the root. */
  chain: readonly Uint8Array[];
  algorithm: 'ecdsa-sha256' | 'rsa-sha256';
  sign: Signer;
}

/** Answers an RFC 3161 `TimeStampToken` (a CMS `ContentInfo`, DER) over the digest. */
export type Timestamper = (sha256: Uint8Array) => Promise<Uint8Array>;
