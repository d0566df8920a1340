/** Metrics of the bundled font subset, so that text is measured without a font engine. */
export interface FontMetrics {
  /** PostScript name with its subset tag (ISO 32000-1, 9.6.4). */
  readonly name: string;
  /** Here and below: 1/1000 of the font size. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly stemV: number;
  /** First and last code point of each covered range, ascending; glyph ids count from 1 in this order. */
  readonly runs: readonly (readonly [number, number])[];
  /** Advance width of each covered code point, in order. */
  readonly widths: readonly number[];
}

/** `widths` packed for the source module: 16-bit little-endian, deflated, base64; a third of the length. */
export interface PackedMetrics extends Omit<FontMetrics, 'widths'> {
  readonly widths: string;
}
