import type { Party } from '../../shared/domain/envelope/party.ts';

/** A running local target, with controls for tests in its process. */
export interface Playground {
  readonly api: string;
  /** Makes exactly these operations of the workflow fail from now on, as if the functions were unreachable. */
  hold(envelopeId: string, ...operations: readonly string[]): void;
  /** Current states of the envelope's execution: its own, or one per party on turn. */
  standsIn(envelopeId: string): readonly string[];
}

/** An envelope with a waiting execution. `parties`: those that sign or have signed; empty after the deadline. */
export interface Waiting {
  readonly id: string;
  readonly parties: readonly Party[];
}

/** How an envelope that was waiting has ended. */
export interface Ended {
  /** The exported ledger. */
  readonly ledger: string;
  /** The verifier's verdict on its sealed file, if it was sealed before it was purged. */
  readonly verdict?: string;
  /** Status of the envelope's last execution. */
  readonly execution: string;
}
