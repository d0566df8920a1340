/** A handwriting font prepared at build time; lengths in 1/1000 em, y up. */
export interface HandOutlines {
  /** Per character: advance, then outline index, x and y offset of each part. */
  readonly glyphs: readonly (readonly [string, number, ...number[]])[];
  /** Absolute SVG path data with M, L, Q, C and Z. */
  readonly outlines: readonly string[];
}
