/**
 * Signs the SHA-256 of the bytes. Returns a DER `Ecdsa-Sig-Value` (RFC 3279 § 2.2.3) for ECDSA P-256, a PKCS
 * #1 v1.5 signature for RSA.
 */
export type Signer = (bytes: Uint8Array) => Promise<Uint8Array>;

/** That many cryptographically strong random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** A signing key with the certificates needed to verify it. Certificates are DER. */
export interface SigningIdentity {
  readonly certificate: Uint8Array;
  /** Issuers, nearest first, root included. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: 'ecdsa-sha256' | 'rsa-sha256';
  readonly sign: Signer;
}

/** Returns an RFC 3161 `TimeStampToken` (a CMS `ContentInfo`, DER) over the digest. */
export interface Timestamper {
  (sha256: Uint8Array): Promise<Uint8Array>;
  /** Maximum size of its tokens in bytes; undefined for an outside authority, whose chain is not known. */
  readonly room?: number;
}

/** Total bytes of the signer's certificate and chain. */
export const chainLength = ({
  certificate,
  chain,
}: Pick<SigningIdentity, 'certificate' | 'chain'>) =>
  [certificate, ...chain].reduce((sum, { length }) => sum + length, 0);
