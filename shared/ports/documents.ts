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

/** The bucket. Keys say what an object is and how long it lives: `uploads/`, `open/`, `closed/`, `exports/`, `pki/`. */
export interface Documents {
  /** Undefined if there is none. `ifMatch` is an ETag; another one is a Conflict. */
  get(key: string, options?: { readonly ifMatch?: string }): Promise<StoredObject | undefined>;
  size(key: string): Promise<number | undefined>;
  /** Answers the ETag. Conflict with `ifAbsent` if the key is taken, with `ifMatch` if its ETag is not that. */
  put(key: string, bytes: Uint8Array, options: PutOptions): Promise<string>;
  /**
   * Writes `source` + `bytes` as a new object without reading it when it is large: copied inside S3
   * in parts of at least 5 MiB. Conflict if the source's ETag differs or the target exists.
   */
  append(
    source: { readonly key: string; readonly etag: string; readonly length: number },
    bytes: Uint8Array,
    target: string,
    contentType: string,
  ): Promise<string>;
  copy(source: string, target: string): Promise<void>;
  /** Every object below the prefix. */
  removeAll(prefix: string): Promise<number>;
}

/** Addresses of objects in the bucket, good for whoever holds one, for `PRESIGNED_SECONDS`. */
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

/** Finished files and their ledgers in a second bucket, where nothing is changed or deleted for years. */
export interface Archive {
  /** Copies the file at `key`, and its ledger; what lies there already stays. */
  keep(
    envelopeId: string,
    file: { readonly key: string; readonly ledger: Uint8Array },
  ): Promise<void>;
  has(envelopeId: string): Promise<boolean>;
}
