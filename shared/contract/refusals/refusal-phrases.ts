import type { RefusalCode } from '../../domain/errors.ts';
import type { ValueKind } from '../../domain/fields/field.ts';

/** Terms that occur as values in refusal details. */
export type RefusalTerm =
  | 'draft'
  | 'preparing'
  | 'signing'
  | 'signed'
  | 'completed'
  | 'declined'
  | 'voided'
  | 'expired'
  | 'failed'
  | 'purged'
  | ValueKind
  | 'page'
  | 'id'
  | 'party'
  | 'kind'
  | 'options'
  | 'outside_page'
  | 'too_much'
  | 'none'
  | 'too_many'
  | 'same_id'
  | 'schedule'
  | 'dates'
  | 'remind'
  | 'resend'
  | 'correct'
  | 'handOver'
  | 'consent'
  | 'open'
  | 'edit'
  | 'create'
  | 'send'
  | 'upload'
  | 'text_message'
  | 'template'
  | 'contact'
  | 'webhook'
  | 'copy'
  | 'batch'
  | 'not_text'
  | 'no_rows'
  | 'quote_open'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'no_header'
  | 'cell_too_long';

/** One language's texts of the refusals. */
export interface RefusalPhrases {
  /**
   * A sentence per refusal. `{name}` is replaced by that detail; a part in square brackets is omitted if its
   * detail is absent.
   */
  readonly sentences: Readonly<Record<RefusalCode, string>>;
  /** The terms in words for people. */
  readonly terms: Readonly<Record<RefusalTerm, string>>;
}
