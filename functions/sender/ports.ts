import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Field, Values } from '../../shared/domain/fields/field.ts';
import type { PresignedAddresses } from '../../shared/ports/documents.ts';
import type { Ports } from '../../shared/ports/ports.ts';

/** The PDF core, as far as it says what can be printed and filled. */
export interface PdfCore {
  /** Throws `PdfRefusal('text_not_covered')`. */
  assertCovered(text: string): void;
  /** Refuses fields that no value could fill. */
  assertFillable(fields: readonly Field[], language: Language): void;
  /** Refuses `value_too_long` and `text_not_covered`, naming the field. */
  assertPrintable(fields: readonly Field[], values: Values, language: Language): void;
}

export interface WithPdf {
  readonly pdf: PdfCore;
}

export type SenderPorts = Pick<
  Ports,
  'clock' | 'random' | 'ledger' | 'envelopes' | 'counters' | 'documents' | 'presigned' | 'archive'
> &
  WithPdf & { readonly presignedArchive: PresignedAddresses };
