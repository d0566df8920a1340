export interface Measurement {
  /** Median of five samples, warm. */
  readonly ms: number;
  /** Of the whole process, with what was done before. */
  readonly peakMib: number;
}
