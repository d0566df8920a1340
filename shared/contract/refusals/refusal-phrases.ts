import type { RefusalCode } from '../../domain/errors.ts';
import type { ValueKind } from '../../domain/fields/field.ts';

/** Words of the rules that stand in the details of a refusal. */
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
  | 'director_first'
  | 'director_after_client'
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
  | 'copy';

/** What one language says of refusals. */
export interface RefusalPhrases {
  /**
   * A sentence for each. `{name}` stands for a detail of the refusal; a part in square brackets is left
   * out when its detail is not known.
   */
  readonly sentences: Readonly<Record<RefusalCode, string>>;
  /** The terms as people say them. */
  readonly terms: Readonly<Record<RefusalTerm, string>>;
}
