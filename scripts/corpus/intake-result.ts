interface PageSize {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
}

/** Output of a process that ran intake on one file. */
export type Intake =
  | {
      readonly outcome: 'accept';
      readonly pages: readonly PageSize[];
      /** Notices for the sender. */
      readonly removed: readonly string[];
      readonly ms: number;
      readonly peakMib: number;
    }
  /** The code of a refusal. */
  | { readonly outcome: string; readonly pages?: undefined; readonly peakMib: number };

/** Output of a process that rendered one file before and after intake. */
export interface Comparison {
  /** One line per page and renderer whose images differ or cannot be compared. */
  readonly differences: readonly string[];
  /** Renderers that could show the original file. */
  readonly renderers: readonly string[];
}
