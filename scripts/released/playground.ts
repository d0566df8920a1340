import type { Party } from '../../shared/domain/envelope/party.ts';

/** A running local target, and what a test may do to it that nobody outside can. */
export interface Playground {
  readonly api: string;
  /** From now on these operations of the envelope's workflow fail, as functions do that are out of reach; no others. */
  hold(envelopeId: string, ...operations: readonly string[]): void;
  /** The states in which the envelope's execution stands: its own, or one for each party of a turn. */
  standsIn(envelopeId: string): readonly string[];
}

/** An envelope whose execution waits, and those who sign, or have signed; after the deadline nobody does. */
export interface Waiting {
  readonly id: string;
  readonly parties: readonly Party[];
}

/** How an envelope ended that had been waiting. */
export interface Ended {
  /** The ledger as it is exported. */
  readonly ledger: string;
  /** What the verifier said of its sealed file, if it was sealed while somebody looked. */
  readonly verdict?: string;
  /** Of the execution that carried it last. */
  readonly execution: string;
}
