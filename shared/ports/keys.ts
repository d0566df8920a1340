/** Creates a P-256 key that exists only in memory. */
export type NewKey = () => SigningKey;

/** An asymmetric KMS key. */
export interface SigningKey {
  /** SubjectPublicKeyInfo, DER. */
  publicKey(): Promise<Uint8Array>;
  /** Signs the SHA-256 of the bytes: DER Ecdsa-Sig-Value, or PKCS #1 v1.5 for RSA. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** An HMAC KMS key. */
export interface MacKey {
  generate(message: Uint8Array): Promise<Uint8Array>;
  verify(message: Uint8Array, mac: Uint8Array): Promise<boolean>;
}

/** A symmetric KMS key; one function may be allowed to seal, another to open. */
export interface SecretKey {
  /** Base64. Only the same `context` opens it again. */
  seal(secret: string, context: string): Promise<string>;
  open(sealed: string, context: string): Promise<string>;
}

export interface AuthorityCopy {
  /** From 1; the highest is the newest. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Append-only backups of the company's authority. */
export interface AuthorityCopies {
  /** Strongly consistent. */
  newest(): Promise<AuthorityCopy | undefined>;
  /** No effect if the number exists. */
  add(copy: AuthorityCopy): Promise<void>;
}
