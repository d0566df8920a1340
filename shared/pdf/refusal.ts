export type PdfRefusalCode =
  | 'pdf_encrypted'
  | 'pdf_signed'
  | 'pdf_xfa'
  | 'pdf_embedded_files'
  | 'pdf_damaged'
  | 'pdf_too_large'
  | 'pdf_unforeseen'
  | 'pdf_unsafe'
  | 'pdf_form_text'
  | 'text_not_covered'
  | 'image_type'
  | 'image_too_large'
  | 'image_damaged'
  | 'value_too_long'
  | 'layout_invalid';

export type PdfRefusalDetail = Readonly<Record<string, string | number>>;

/** What was handed in breaks a rule; trying again with the same input gives the same answer. */
export class PdfRefusal extends Error {
  override readonly name = 'PdfRefusal';
  readonly code: PdfRefusalCode;
  readonly detail?: PdfRefusalDetail;

  /** `cause`: of `pdf_unforeseen`, what our own code threw. */
  constructor(code: PdfRefusalCode, detail?: PdfRefusalDetail, cause?: Error) {
    super(detail ? `${code} ${JSON.stringify(detail)}` : code, cause && { cause });
    this.code = code;
    if (detail) this.detail = detail;
  }
}
