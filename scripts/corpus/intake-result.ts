interface PageSize {
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
}

/** What a process says that took one file through intake. */
export type Intake =
  | {
      readonly outcome: 'accept';
      readonly pages: readonly PageSize[];
      /** What the sender is told of. */
      readonly removed: readonly string[];
      readonly ms: number;
      readonly peakMib: number;
    }
  /** The code of a refusal. */
  | { readonly outcome: string; readonly pages?: undefined; readonly peakMib: number };

/** What a process says that rendered one file before and after. */
export interface Comparison {
  /** One line for each page and renderer that differ, or that cannot be compared. */
  readonly differences: readonly string[];
  /** Renderers that could show the file as it came. */
  readonly renderers: readonly string[];
}
