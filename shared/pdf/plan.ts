/**
 * What appending a revision needs to know of the PDF, which is never parsed again. Written by intake,
 * replaced with each revision, stored as JSON beside its file.
 */
export interface Plan {
  readonly version: 1;
  /** 0 after intake; incremented with each appended revision. */
  readonly revision: number;
  /** Bytes of the file, which is where the next revision starts. */
  readonly length: number;
  /** Trailer /Size: the next free object number. */
  readonly size: number;
  /** Offset of the newest cross-reference section, the next /Prev. */
  readonly startxref: number;
  /** References, written as "2 0". */
  readonly root: string;
  readonly info: string;
  /** Trailer /ID in hexadecimal: the permanent and the changing part. */
  readonly id: readonly [string, string];
  /** SHA-256 of the file, hexadecimal; ties the plan to its file. */
  readonly sha256: string;
  /** Resumable SHA-256 state after `length` bytes, base64. */
  readonly hashState: string;
  /** Whether a signature with DocMDP exists. */
  readonly certified: boolean;
  /** BCP 47. */
  readonly language: string;
  readonly fonts: { readonly regular: string; readonly bold: string };
  /** `drawingsHash` of the certificate pages printed at intake. */
  readonly certificate?: string;
  /** Reference of the document security store; absent until the first validation data. */
  readonly dss?: string;
  /**
   * Certificate paths of the outside timestamp authorities used so far: DER in base64, each certificate
   * followed by its issuer. Their revocation data are added when the document is closed.
   */
  readonly timestampPaths?: readonly (readonly string[])[];
  /** PDF syntax, by reference, of the dictionaries that a later revision may rewrite. */
  readonly objects: Record<string, string>;
  /**
   * For a renewal once no reserved timestamp field is left: PDF syntax of another field, and the AcroForm's
   * reference.
   */
  readonly furtherField?: { readonly form: string; readonly syntax: string };
  /** Open fields by id: those of the layout and the reserved ones. */
  readonly fields: Record<string, PlannedField>;
}

export interface PlannedField {
  /** `icon`: a push button that shows a drawing (initials, stamp, further signature). */
  readonly type: 'signature' | 'icon' | 'text' | 'checkbox' | 'choice' | 'timestamp';
  /** Reference of the merged field and widget dictionary. */
  readonly object: string;
  /** Full field name (/T). */
  readonly name: string;
  /** Points of the page as displayed. */
  readonly width: number;
  readonly height: number;
  /** Clockwise rotation of the page for display, degrees. */
  readonly rotate: 0 | 90 | 180 | 270;
  readonly multiline?: true;
  /** A date is displayed in the document language's format. */
  readonly format?: 'date';
  readonly options?: readonly string[];
  /** For a signature: ids of the fields that it locks. */
  locks?: readonly string[];
}

/** The company's seal; its widget covers the first certificate page. */
export const SEAL_FIELD = 'seal';

/** Field that covers a certificate page: the seal for page 1, an icon for each further page. */
export const certificateField = (page: number): string =>
  page === 1 ? SEAL_FIELD : `${SEAL_FIELD}${page}`;

/** Reserved fields for document timestamps: the first closes the file, the second is for a renewal. */
export const TIMESTAMP_FIELDS = ['timestamp1', 'timestamp2'] as const;

/**
 * The suffix cannot occur in an id; without it some validators take a field name for the prefix of another.
 */
export const fieldName = (id: string): string => `${id}_`;

export const isReservedFieldId = (id: string): boolean => /^(seal|timestamp)\d*$/.test(id);

/** Offsets in a classic cross-reference table and in a byte range have ten digits. */
export const MAX_LENGTH = 9_999_999_999;
