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
  | 'tag_not_removable'
  | 'text_not_covered'
  | 'image_type'
  | 'image_too_large'
  | 'image_damaged'
  | 'value_too_long'
  | 'layout_invalid';

export type PdfRefusalDetail = Readonly<Record<string, string | number>>;

/** The input breaks a rule; a retry with the same input fails the same way. */
export class PdfRefusal extends Error {
  override readonly name = 'PdfRefusal';
  readonly code: PdfRefusalCode;
  readonly detail?: PdfRefusalDetail;

  /** `cause`: for `pdf_unforeseen`, the error that our code threw. */
  constructor(code: PdfRefusalCode, detail?: PdfRefusalDetail, cause?: Error) {
    super(detail ? `${code} ${JSON.stringify(detail)}` : code, cause && { cause });
    this.code = code;
    if (detail) this.detail = detail;
  }
}
