import type { FailureKind, Notice } from '../../shared/domain/ledger/entries.ts';

/** A provider's delivery report; trusted only as far as it matches the ledger. */
export interface Report {
  readonly envelopeId: string;
  readonly to: string;
  readonly notice: Notice;
  readonly kind: FailureKind;
  readonly reason: string;
  /** Our message id from the tags; for messages of earlier releases the provider's id. */
  readonly message: string;
  readonly round?: number;
  /** The recipient; determines the round of messages without a round tag. */
  readonly contact?: string;
}

/** Result for the log. */
export type Outcome = 'recorded' | 'warned' | 'told' | 'not ours' | 'nothing to do';
