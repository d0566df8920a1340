export interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels. `outside`: no size that can be read fits, so the label stands beside its box. */
export interface LabelFit {
  readonly where: 'line' | 'lines' | 'outside';
  readonly size: number;
}

/** Width of a text whose letters are one pixel high. */
export type WidthOf = (text: string) => number;

/** Smallest legible font size, CSS pixels. */
const LEAST = 9;
const LINE_HEIGHT = 1.1;

/** The largest text of one line that fits into a box, else several lines of the least; a word is never broken. */
export function labelFit(label: string, box: Size, largest: number, widthOf: WidthOf): LabelFit {
  const high = Math.min(largest, box.height / LINE_HEIGHT);
  const size = Math.min(high, box.width / Math.max(widthOf(label), 0.01));
  if (size >= Math.min(LEAST, largest)) return { where: 'line', size };
  const fits = linesOf(label, box.width / LEAST, widthOf) * LEAST * LINE_HEIGHT <= box.height;
  return { where: fits ? 'lines' : 'outside', size: LEAST };
}

/** How many lines the words take; none that may be shown if one of them is too wide. */
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
