export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly contentType?: string;
}

export interface PutOptions {
  readonly contentType: string;
  readonly ifAbsent?: boolean;
  /** An ETag. */
  readonly ifMatch?: string;
}

export interface PresignedPost {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The document bucket. A key's prefix tells kind and lifetime: `uploads/`, `open/`, `closed/`, `exports/`,
 * `templates/`, `pki/`.
 */
export interface Documents {
  /** Undefined if the object does not exist. Throws Conflict if its ETag is not `ifMatch`. */
  get(key: string, options?: { readonly ifMatch?: string }): Promise<StoredObject | undefined>;
  size(key: string): Promise<number | undefined>;
  /** Returns the ETag. Throws Conflict if the key exists (`ifAbsent`) or its ETag is not `ifMatch`. */
  put(key: string, bytes: Uint8Array, options: PutOptions): Promise<string>;
  /**
   * Creates the concatenation of `source` and `bytes`, server-side for large sources (multipart copy, parts
   * of at least 5 MiB). Throws Conflict if the source's ETag differs or the target exists.
   */
  append(
    source: { readonly key: string; readonly etag: string; readonly length: number },
    bytes: Uint8Array,
    target: string,
    contentType: string,
  ): Promise<string>;
  /** Server-side. False, and nothing is written, if there is no source. */
  copy(source: string, target: string): Promise<boolean>;
  /** Deletes every object with the prefix; returns how many. */
  removeAll(prefix: string): Promise<number>;
}

/** Presigned URLs, valid for `PRESIGNED_SECONDS` for anyone who has them. */
export interface PresignedAddresses {
  get(
    key: string,
    options: { readonly fileName: string; readonly inline: boolean },
  ): Promise<string>;
  post(
    key: string,
    limits: { readonly maxBytes: number; readonly contentTypes: readonly string[] },
  ): Promise<PresignedPost>;
}

/** Finished files and ledgers in a second bucket under Object Lock. */
export interface Archive {
  /** Copies the file at `key` and stores its ledger; existing objects are kept. */
  keep(
    envelopeId: string,
    file: { readonly key: string; readonly ledger: Uint8Array },
  ): Promise<void>;
  has(envelopeId: string): Promise<boolean>;
}
