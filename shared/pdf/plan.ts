/**
 * What later revisions must know about a PDF that they never open. Written by intake, replaced by
 * each revision, stored beside the file that it describes. All of it is JSON.
 */
export interface Plan {
  readonly version: 1;
  /** 0 after intake, then one more for each appended revision. */
  readonly revision: number;
  /** Bytes in the file; the next revision starts here. */
  readonly length: number;
  /** Trailer /Size: the next free object number. */
  readonly size: number;
  /** Offset of the newest cross-reference section: the next /Prev. */
  readonly startxref: number;
  /** References are written as in "2 0". */
  readonly root: string;
  readonly info: string;
  /** Trailer /ID in hexadecimal: the fixed half and the changing half. */
  readonly id: readonly [string, string];
  /** Of the whole file, in hexadecimal: ties the plan to its file. */
  readonly sha256: string;
  /** State of the SHA-256 after `length` bytes, base64. */
  readonly hashState: string;
  /** True once a signature with DocMDP exists. */
  readonly certified: boolean;
  /** BCP 47. */
  readonly language: string;
  readonly fonts: { readonly regular: string; readonly bold: string };
  /** `drawingsHash` of what intake printed on the certificate's pages. */
  readonly certificate?: string;
  /** The document security store, once there is one. */
  readonly dss?: string;
  /**
   * Paths of the outside authorities that have stamped the document, each certificate DER in base64
   * and followed by its issuer: the closing stores what proves them.
   */
  readonly timestampPaths?: readonly (readonly string[])[];
  /** PDF syntax of the dictionaries that a later revision may write again, by reference. */
  readonly objects: Record<string, string>;
  /**
   * For a renewal when no reserved timestamp field is left: PDF syntax of one more, and the form
   * that it is added to.
   */
  readonly furtherField?: { readonly form: string; readonly syntax: string };
  /** Fields that are still open, by id: the layout's ids and the reserved ones. */
  readonly fields: Record<string, PlannedField>;
}

export interface PlannedField {
  /** An icon is a push button that shows a drawing: initials, a stamp, a further signature. */
  readonly type: 'signature' | 'icon' | 'text' | 'checkbox' | 'choice' | 'timestamp';
  /** Reference of the merged field and widget dictionary. */
  readonly object: string;
  /** Full field name (/T). */
  readonly name: string;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Degrees by which the page is turned clockwise for display. */
  readonly rotate: 0 | 90 | 180 | 270;
  readonly multiline?: true;
  /** A date is shown as the document's language writes it. */
  readonly format?: 'date';
  readonly options?: readonly string[];
  /** A signature's own: ids of the fields that close with it. */
  locks?: readonly string[];
}

/** The company's closing signature, whose widget covers the first certificate page. */
export const SEAL_FIELD = 'seal';

/** The icon field that covers a further certificate page; the first page (1) is the seal's. */
export const certificateField = (page: number): string =>
  page === 1 ? SEAL_FIELD : `${SEAL_FIELD}${page}`;

/** Document timestamps: the first closes the file, the second is spare for a renewal. */
export const TIMESTAMP_FIELDS = ['timestamp1', 'timestamp2'] as const;

/** Ends in a character that no id has, because some validators take names for path prefixes. */
export const fieldName = (id: string): string => `${id}_`;

export const isReservedFieldId = (id: string): boolean => /^(seal|timestamp)\d*$/.test(id);

/** Offsets of a classic cross-reference table and of a byte range have ten digits. */
export const MAX_LENGTH = 9_999_999_999;
