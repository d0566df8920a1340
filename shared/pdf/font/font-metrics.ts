/** A font cut at build time: what text needs to know of it without a font engine. */
export interface FontMetrics {
  /** PostScript name behind the subset tag (ISO 32000-1, 9.6.4). */
  readonly name: string;
  /** All lengths are thousandths of the font size. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly stemV: number;
  /** First and last code point of each covered run, in ascending order; glyphs are numbered from 1 as they come. */
  readonly runs: readonly (readonly [number, number])[];
  /** Advance of each covered code point, in the order of the runs. */
  readonly widths: readonly number[];
}

/** As it is kept in a module, a third as long: widths of 16 bits, low byte first, deflated, in base64. */
export interface PackedMetrics extends Omit<FontMetrics, 'widths'> {
  readonly widths: string;
}
