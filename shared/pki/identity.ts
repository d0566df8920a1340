/**
 * Signs the SHA-256 of the bytes. ECDSA P-256 answers a DER `Ecdsa-Sig-Value` (RFC 3279 §2.2.3),
 * RSA a PKCS #1 v1.5 signature.
 */
export type Signer = (bytes: Uint8Array) => Promise<Uint8Array>;

/** So many bytes that nobody can foresee. */
export type Random = (bytes: number) => Uint8Array;

/** A key that signs, with what others need to check it. Certificates are DER. */
export interface SigningIdentity {
  readonly certificate: Uint8Array;
  /** Issuers, nearest first, up to and with the root. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: 'ecdsa-sha256' | 'rsa-sha256';
  readonly sign: Signer;
}

/** Answers an RFC 3161 `TimeStampToken` (a CMS `ContentInfo`, DER) over the digest. */
export interface Timestamper {
  (sha256: Uint8Array): Promise<Uint8Array>;
  /** Bytes that its longest token takes, where that is known: an outside authority's may bring any chain. */
  readonly room?: number;
}

/** Bytes of a signer's own certificate and chain. */
export const chainLength = ({
  certificate,
  chain,
}: Pick<SigningIdentity, 'certificate' | 'chain'>) =>
  [certificate, ...chain].reduce((sum, { length }) => sum + length, 0);
