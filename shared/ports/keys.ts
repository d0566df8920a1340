/** A P-256 key that is nowhere but in memory. */
export type NewKey = () => SigningKey;

/** An asymmetric KMS key. */
export interface SigningKey {
  /** SubjectPublicKeyInfo, DER. */
  publicKey(): Promise<Uint8Array>;
  /** Over SHA-256 of the bytes: DER Ecdsa-Sig-Value, or PKCS#1 v1.5 for RSA. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** An HMAC KMS key. */
export interface MacKey {
  generate(message: Uint8Array): Promise<Uint8Array>;
  verify(message: Uint8Array, mac: Uint8Array): Promise<boolean>;
}

export interface AuthorityCopy {
  /** From 1; the highest is the newest. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** What the company's authority is, where it is backed up; no copy is ever changed or taken away. */
export interface AuthorityCopies {
  /** Strongly consistent. */
  newest(): Promise<AuthorityCopy | undefined>;
  /** Ignored where the number is taken. */
  add(copy: AuthorityCopy): Promise<void>;
}
