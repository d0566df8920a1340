import type { Party } from '../../shared/domain/envelope/party.ts';

/** A running local target, with controls that only a test in its process has. */
export interface Playground {
  readonly api: string;
  /**
   * Makes exactly these operations of the envelope's workflow fail from now on, as if the functions were
   * unreachable.
   */
  hold(envelopeId: string, ...operations: readonly string[]): void;
  /** The current states of the envelope's execution: its own, or one per party of a turn. */
  standsIn(envelopeId: string): readonly string[];
}

/** An envelope whose execution waits. `parties`: those who sign or have signed; none after the deadline. */
export interface Waiting {
  readonly id: string;
  readonly parties: readonly Party[];
}

/** The end of an envelope that had been waiting. */
export interface Ended {
  /** The exported ledger. */
  readonly ledger: string;
  /** What the verifier said of its sealed file, if it was sealed while somebody looked. */
  readonly verdict?: string;
  /** Status of the envelope's last execution. */
  readonly execution: string;
}
