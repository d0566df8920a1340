import type { Size } from '../../domain/fields/field.ts';
import type { TextLine } from '../text/text-lines.ts';
import { fitPlace } from './fit-place.ts';
import { isSideAlone, meaningOf, plain, sideIn } from './label.ts';
import type { LikelyPlace } from './likely-place.ts';

/** Points of empty paper below a label without a line, on which a hand writes. */
const ROOM = 30;
const WIDTH = 180;
/** A signature that was found so near to it is the label's own. */
const [ABOVE, BELOW] = [70, 90];
const SAME_HEIGHT = 2;
const GAP = 4;

/**
 * Places to sign that have a label, room below and no line. A side alone stands in every contract's text, so it counts
 * only beside the other side: two columns of signatures.
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

/** Below a side its name may stand, in a line or two that begin with it: then the room is below these. */
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
