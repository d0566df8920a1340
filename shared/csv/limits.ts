/** What a CSV file may have, checked before the costlier step: bytes before decoding, the rest while reading. */
export interface CsvLimits {
  /** Bytes as uploaded. */
  readonly bytes: number;
  /** Rows with something in them, without the header. */
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
}

/** A thousand people with names, addresses and some values are about 200 KB. */
export const CSV_LIMITS: CsvLimits = { bytes: 1_000_000, rows: 1_000, columns: 600, cell: 4_000 };
