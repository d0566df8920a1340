import type { Rule } from '../text/page-content.ts';
import type { TextLine } from '../text/text-lines.ts';

/** A space to write on: a run of underscores or dots, or a drawn line. */
export interface Blank {
  readonly x: number;
  /** Baseline of the space, in points from the top. */
  readonly y: number;
  readonly endX: number;
  readonly size: number;
  /** Text on the same line that ends where the blank begins. */
  readonly left: string;
  /** Where that text begins; equals `x` if there is none. */
  readonly leftX: number;
  /** Text after the blank: on the same line, or on the next line if the sentence continues there. */
  readonly right: string;
}

const LEADER = /(?:[_‗]\s?){4,}|(?:[.·]\s?){10,}|(?:…\s?){3,}/gu;
/** Dot leaders of a table of contents. */
const LEADS_TO_NUMBER = /^[\s.·…]*\d{1,4}\s*$/;
/** Points. */
const [SHORTEST, LONGEST] = [45, 360];
const THICK = 2.5;
const LEFT_WITHIN = 24;
const USUAL_SIZE = 11;
const TOUCHES = 2;
/** Maximum distance to the next line of a paragraph, in font sizes. */
const NEXT = 2;

export const blanksOf = (lines: readonly TextLine[], rules: readonly Rule[]): Blank[] => [
  ...lines.flatMap((line) => leadersIn(line, lines)),
  ...drawnBlanks(lines, rules),
];

const leadersIn = (line: TextLine, lines: readonly TextLine[]): Blank[] =>
  [...line.text.matchAll(LEADER)].flatMap((match) => {
    const end = match.index + match[0].trimEnd().length;
    const [x, endX] = [line.starts[match.index], line.starts[end]];
    const rest = line.text.slice(end);
    if (x === undefined || endX === undefined || endX - x < SHORTEST / 2) return [];
    if (!match[0].includes('_') && LEADS_TO_NUMBER.test(rest)) return [];
    const before = line.text.slice(0, match.index).split(LEADER).at(-1) ?? '';
    const left = before.trim();
    const leftX = left === '' ? x : line.x;
    const right = rest.trim() || sentenceBelow(line, lines);
    return [{ x, y: line.y, endX, size: line.size, left, leftX, right }];
  });

/** A lower-case letter at the beginning of the next line continues the sentence. */
function sentenceBelow({ x, y, size }: TextLine, lines: readonly TextLine[]): string {
  const next = lines.find(
    (line) => line.y > y + 1 && line.y < y + NEXT * size && Math.abs(line.x - x) < LEFT_WITHIN,
  );
  return next && /^\p{Ll}/u.test(next.text) ? next.text : '';
}

function drawnBlanks(lines: readonly TextLine[], rules: readonly Rule[]): Blank[] {
  const upright = rules.filter(({ width, height }) => height > THICK && width <= THICK);
  return joined(rules.filter(({ width, height }) => height <= THICK && width > THICK))
    .filter(({ width }) => width >= SHORTEST && width <= LONGEST)
    .filter((rule) => !upright.some((side) => meets(rule, side)) && !isUnderline(rule, lines))
    .map(({ x, y, width, height }) => {
      const [foot, endX] = [y + height, x + width];
      const label = leftOf(x, foot, lines);
      const [left, leftX] = [label?.text.trim() ?? '', label?.x ?? x];
      const right = rightOf(endX, foot, lines)?.text.trim() ?? '';
      return { x, y: foot, endX, size: sizeNear(foot, lines), left, leftX, right };
    });
}

/** Joins adjacent line segments, because tables are drawn cell by cell. */
function joined(rules: readonly Rule[]): Rule[] {
  const out: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x)) {
    const last = out.at(-1);
    const goesOn =
      last && Math.abs(last.y - rule.y) <= 1 && rule.x <= last.x + last.width + TOUCHES;
    if (!last || !goesOn) out.push(rule);
    else
      out[out.length - 1] = {
        ...last,
        width: Math.max(last.width, rule.x + rule.width - last.x),
      };
  }
  return out;
}

const meets = (rule: Rule, side: Rule): boolean =>
  side.y - TOUCHES <= rule.y &&
  rule.y <= side.y + side.height + TOUCHES &&
  side.x >= rule.x - TOUCHES &&
  side.x <= rule.x + rule.width + TOUCHES;

/** Whether text lies directly on the line, which then is an underline or a strike-through. */
const isUnderline = (rule: Rule, lines: readonly TextLine[]): boolean =>
  lines.some(({ x, endX, y, size }) => {
    const over = Math.min(endX, rule.x + rule.width) - Math.max(x, rule.x);
    const isOn = y > rule.y - size * 0.5 && y < rule.y + size * 0.7;
    return isOn && over > (rule.width * 3) / 10;
  });

function leftOf(x: number, y: number, lines: readonly TextLine[]): TextLine | undefined {
  const beside = lines.filter(
    (line) => Math.abs(line.y - y) <= line.size * 0.6 && line.x < x && line.endX > x - LEFT_WITHIN,
  );
  return beside.at(-1);
}

const rightOf = (endX: number, y: number, lines: readonly TextLine[]): TextLine | undefined =>
  lines.find(
    (line) =>
      Math.abs(line.y - y) <= line.size * 0.6 &&
      line.x >= endX - TOUCHES &&
      line.x < endX + LEFT_WITHIN,
  );

const sizeNear = (y: number, lines: readonly TextLine[]): number =>
  lines.find((line) => Math.abs(line.y - y) < 4 * USUAL_SIZE)?.size ?? USUAL_SIZE;
