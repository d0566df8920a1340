import type { Size } from '../../domain/fields/field.ts';
import type { TextLine } from '../text/text-lines.ts';
import { fitPlace } from './fit-place.ts';
import { isSideAlone, meaningOf, plain, sideIn } from './label.ts';
import type { LikelyPlace } from './likely-place.ts';

/** Height in points of empty space below a label without a line that a signature needs. */
const ROOM = 30;
const WIDTH = 180;
/** Points: a signature line this near to a label belongs to it. */
const [ABOVE, BELOW] = [70, 90];
const SAME_HEIGHT = 2;
const GAP = 4;

/**
 * Signature places marked by a label with space below and no line. A single party's label occurs in the text of
 * every contract, so a label counts only beside another party's, as in two columns of signatures.
 */
export function freeLabels(
  lines: readonly TextLine[],
  found: readonly LikelyPlace[],
  page: Size,
): LikelyPlace[] {
  const taken = found.filter(({ kind }) => kind === 'signature');
  const labels = lines.filter(
    (line) => isLabel(line, lines) && hasRoom(line, lines, page) && !isTaken(line, taken),
  );
  return labels.map((line) => {
    const role = sideIn(line.text);
    const y = footOf(line, lines) + ROOM + GAP;
    const anchor = { x: line.x, y, size: line.size, width: WIDTH };
    const place = fitPlace('signature', anchor, page, lines);
    return {
      kind: 'signature',
      ...place,
      required: true,
      ...(role && { party: { role, number: 1 } }),
    };
  });
}

function isLabel(line: TextLine, lines: readonly TextLine[]): boolean {
  const label = plain(line.text);
  if (isSideAlone(label)) {
    const others = lines.filter(
      (other) => other !== line && Math.abs(other.y - line.y) <= SAME_HEIGHT,
    );
    return others.some((other) => isSideAlone(plain(other.text)));
  }
  return meaningOf(line.text)?.kind === 'signature' && label.split(' ').length <= MAX_WORDS;
}

const MAX_WORDS = 6;
const [MAX_NAMES, ALIGNED, NEXT] = [2, 3, 1.8];

function hasRoom(line: TextLine, lines: readonly TextLine[], page: Size): boolean {
  const foot = footOf(line, lines);
  if (foot + 2 * ROOM > page.height) return false;
  return !lines.some(
    (other) =>
      other.y > foot + SAME_HEIGHT &&
      other.y - other.size < foot + ROOM &&
      other.x < line.x + WIDTH &&
      other.endX > line.x,
  );
}

/** The party's name may follow in one or two lines below the label; the space is then below these. */
function footOf(line: TextLine, lines: readonly TextLine[]): number {
  let foot = line.y;
  for (let name = 0; name < MAX_NAMES; name += 1) {
    const next = lines.find(
      ({ x, y }) => Math.abs(x - line.x) < ALIGNED && y > foot + 1 && y < foot + NEXT * line.size,
    );
    if (!next || next.text.split(' ').length > MAX_WORDS) break;
    foot = next.y;
  }
  return foot;
}

const isTaken = ({ x, y, endX }: TextLine, taken: readonly LikelyPlace[]): boolean =>
  taken.some(
    (mark) =>
      mark.x < Math.max(endX, x + WIDTH / 2) &&
      mark.x + mark.width > x - GAP &&
      mark.y + mark.height > y - ABOVE &&
      mark.y < y + BELOW,
  );
