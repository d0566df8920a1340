export interface Measurement {
  /** Milliseconds: median of five samples after warming up. */
  readonly ms: number;
  /** Peak memory of the whole process, including preparation. */
  readonly peakMib: number;
}
