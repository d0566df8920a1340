export interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels. `outside`: no legible size fits, so the label is placed beside its box. */
export interface LabelFit {
  readonly where: 'line' | 'lines' | 'outside';
  readonly size: number;
}

/** Width of the text at a font size of one pixel. */
export type WidthOf = (text: string) => number;

/** Smallest legible font size, CSS pixels. */
const LEAST = 9;
const LINE_HEIGHT = 1.1;

/**
 * The largest size at which the text fits on one line, else several lines at the smallest legible size; words
 * are not broken.
 */
export function labelFit(label: string, box: Size, largest: number, widthOf: WidthOf): LabelFit {
  const high = Math.min(largest, box.height / LINE_HEIGHT);
  const size = Math.min(high, box.width / Math.max(widthOf(label), 0.01));
  if (size >= Math.min(LEAST, largest)) return { where: 'line', size };
  const fits = linesOf(label, box.width / LEAST, widthOf) * LEAST * LINE_HEIGHT <= box.height;
  return { where: fits ? 'lines' : 'outside', size: LEAST };
}

/** Number of lines that the words need; undefined if a single word is too wide. */
function linesOf(label: string, room: number, widthOf: WidthOf): number {
  let lines = 1;
  let line = '';
  for (const word of label.split(/\s+/)) {
    if (widthOf(word) > room) return Number.POSITIVE_INFINITY;
    const longer = line ? `${line} ${word}` : word;
    const begins = widthOf(longer) > room;
    if (begins) lines += 1;
    line = begins ? word : longer;
  }
  return lines;
}
