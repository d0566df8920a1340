import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Field, Values } from '../../shared/domain/fields/field.ts';
import type { PresignedAddresses } from '../../shared/ports/documents.ts';
import type { SecretKey } from '../../shared/ports/keys.ts';
import type { Ports } from '../../shared/ports/ports.ts';

/** The part of the PDF core that validates what will be printed. */
export interface PdfCore {
  /** Throws `PdfRefusal('text_not_covered')`. */
  assertCovered(text: string): void;
  /** Throws a refusal for fields that no value would fit. */
  assertFillable(fields: readonly Field[], language: Language): void;
  /** Throws `value_too_long` or `text_not_covered`, with the field. */
  assertPrintable(fields: readonly Field[], values: Values, language: Language): void;
}

export interface WithPdf {
  readonly pdf: PdfCore;
}

export type SenderPorts = Pick<
  Ports,
  | 'clock'
  | 'random'
  | 'ledger'
  | 'envelopes'
  | 'counters'
  | 'answers'
  | 'documents'
  | 'presigned'
  | 'archive'
  | 'templates'
  | 'contacts'
  | 'tokens'
  | 'webhooks'
  | 'deliveries'
  | 'redeliveries'
  | 'batches'
  | 'batchRuns'
> &
  WithPdf & {
    readonly presignedArchive: PresignedAddresses;
    readonly secretKey: Pick<SecretKey, 'seal'>;
  };
