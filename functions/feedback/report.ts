import type { FailureKind, Notice } from '../../shared/domain/ledger/entries.ts';

/** What a provider says of a message. It is believed as far as the ledger bears it out. */
export interface Report {
  readonly envelopeId: string;
  readonly to: string;
  readonly notice: Notice;
  readonly kind: FailureKind;
  readonly reason: string;
  /** Of messages sent before they were named, the provider's own name for it. */
  readonly message: string;
  readonly round?: number;
  /** Where it went; tells the round of those that name none. */
  readonly contact?: string;
}

/** For the log: nothing here fails for what it was told. */
export type Outcome = 'recorded' | 'warned' | 'told' | 'not ours' | 'nothing to do';
