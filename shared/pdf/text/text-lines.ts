import type { Glyph } from './page-content.ts';

/** Letters on one baseline without a wide gap: a line, or a cell or column of one. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  /** Baseline, in points from the top. */
  readonly y: number;
  readonly endX: number;
  readonly size: number;
  /** Where each character of `text` begins, and the last one ends. */
  readonly starts: readonly number[];
}

/** In font sizes. */
const SPACE = 0.15;
const COLUMN = 2;
const BASELINE = 0.3;

/** The lines of a page from top to bottom, and on one height from left to right. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const read = glyphs.filter(({ isUpright, text }) => isUpright && text.trim() !== '');
  const lines = byBaseline(read).flatMap(segmentsOf);
  return lines.map(lineOf).sort((a, b) => a.y - b.y || a.x - b.x);
}

function byBaseline(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y);
  const rows: Glyph[][] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && glyph.y - first.y <= BASELINE * Math.min(first.size, glyph.size))
      row.push(glyph);
    else rows.push([glyph]);
  }
  return rows;
}

function segmentsOf(row: readonly Glyph[]): Glyph[][] {
  const segments: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of [...row].sort((a, b) => a.x - b.x)) {
    const segment = segments.at(-1);
    if (segment && glyph.x - end <= COLUMN * glyph.size) segment.push(glyph);
    else segments.push([glyph]);
    end = Math.max(end, glyph.endX);
    if (segments.at(-1)?.length === 1) end = glyph.endX;
  }
  return segments;
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const first = glyphs[0] as Glyph;
  const starts: number[] = [];
  let [text, end] = ['', first.x];
  for (const glyph of glyphs) {
    if (text !== '' && glyph.x - end > SPACE * glyph.size) {
      text += ' ';
      starts.push(end);
    }
    const units = glyph.text.length;
    const step = (glyph.endX - glyph.x) / units;
    for (let unit = 0; unit < units; unit += 1) starts.push(glyph.x + unit * step);
    text += glyph.text;
    end = Math.max(end, glyph.endX);
  }
  starts.push(end);
  const size = Math.max(...glyphs.slice(0, PER_LINE).map((glyph) => glyph.size));
  return { text, x: first.x, y: first.y, endX: end, size, starts };
}

/** Maximum number of arguments of a call. */
const PER_LINE = 1_000;
