/** A handwriting font cut at build time; lengths are thousandths of an em, y up. */
export interface HandOutlines {
  /** A character, its advance, and for each part of it: number of the outline, shift in x and y. */
  readonly glyphs: readonly (readonly [string, number, ...number[]])[];
  /** Absolute SVG path data of M, L, Q, C and Z. */
  readonly outlines: readonly string[];
}
