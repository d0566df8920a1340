import type { Size } from '../../domain/fields/field.ts';
import type { SuggestedParty } from '../../domain/fields/suggestion.ts';
import type { PageContent } from '../text/page-content.ts';
import type { TextLine } from '../text/text-lines.ts';
import { type Blank, blanksOf } from './blanks.ts';
import { fitPlace } from './fit-place.ts';
import { freeLabels } from './free-labels.ts';
import { type LabelMeaning, meaningOf, plain, sideIn } from './label.ts';
import type { LikelyPlace } from './likely-place.ts';

/** Maximum distance in points between a blank and its labels. */
const [BELOW_WITHIN, ABOVE_WITHIN] = [26, 100];
/** Maximum distance in points to the name of the signing party. */
const SIDE_ABOVE_WITHIN = 110;
const BESIDE = 24;
const WIDEST_MARK = 220;
const MIN_BLANK = 60;
const SAME_HEIGHT = 3;
const [MAX_WORDS, MAX_LABEL] = [4, 60];

/** Places on a page that look like spaces for signatures or values. */
export function likelyPlaces(
  { rules }: Pick<PageContent, 'rules'>,
  lines: readonly TextLine[],
  page: Size,
): LikelyPlace[] {
  const found = withNeighbours(
    blanksOf(lines, rules).map((blank) => ({ blank, means: meaning(blank, lines) })),
  );
  const onBlanks = found.flatMap(({ blank, means }) =>
    means ? [onBlank(blank, means, lines, page)] : [],
  );
  return [...onBlanks, ...freeLabels(lines, onBlanks, page), ...boxesIn(lines, page)];
}

interface Meant extends Pick<LabelMeaning, 'kind'> {
  readonly label?: string;
}
interface Found {
  readonly blank: Blank;
  readonly means: Meant | undefined;
}

function meaning(blank: Blank, lines: readonly TextLine[]): Meant | undefined {
  if (blank.left !== '') return meaningOfLeft(blank);
  const [above, below] = [lines.filter(isAbove(blank)), lines.filter(isBelow(blank))];
  for (const { text } of [...below, ...above.toReversed()]) {
    const means = meaningOf(text);
    if (means?.kind === 'signature') return means;
    if (means && below.some((line) => line.text === text)) return { ...means, label: named(text) };
  }
  return undefined;
}

/**
 * Text that ends where a blank begins is its label if it consists of known words, or of a few words before a
 * colon or alone with the blank. Within a continuing sentence only known words for a value count, such as "nato
 * a", and never a signature.
 */
function meaningOfLeft(blank: Blank): Meant | undefined {
  const { left } = blank;
  const words = meaningOf(left) ? left : lastPart(left);
  const means = meaningOf(words);
  if (!means) return isOwnLabel(blank) ? { kind: 'text', label: named(left) } : undefined;
  if (means.isSide && words !== left) return undefined;
  const isSigned = means.kind === 'signature';
  if (goesOn(blank) && (isSigned || wordsIn(words) > MAX_WORDS)) return undefined;
  return { kind: means.kind, ...(!isSigned && { label: named(words) }) };
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

const goesOn = ({ left, right }: Blank): boolean =>
  !left.endsWith(':') && /^[\p{Ll},;]/u.test(right);

/**
 * Begins with a capital, a digit or a bracket, unlike a continued sentence, and is followed by nothing or by the
 * label of the next blank.
 */
const isOwnLabel = ({ left, right }: Blank): boolean =>
  wordsIn(left) <= MAX_WORDS &&
  /^[\p{Lu}\p{N}(]/u.test(left) &&
  (left.endsWith(':') || right === '' || /^\p{Lu}[^_….]*(?:_|…|\.{3})/u.test(right));

const lastPart = (text: string): string => text.split(/[:;,.]\s+(?=\S)/u).at(-1) ?? text;

function named(text: string): string {
  const words = text.replaceAll(/[\s:_.…]+$/g, '').split(/\s+/);
  return words
    .slice(-MAX_WORDS)
    .join(' ')
    .replaceAll(/[()[\]]/g, '')
    .slice(0, MAX_LABEL)
    .trim();
}

/** A line of the same length beside a signature line is a signature line too. */
function withNeighbours(found: readonly Found[]): Found[] {
  const signed = found.filter(({ means }) => means?.kind === 'signature');
  return found.map((one) => {
    if (one.means || one.blank.left !== '') return one;
    const isLike = signed.some(
      ({ blank }) =>
        Math.abs(blank.y - one.blank.y) <= SAME_HEIGHT &&
        Math.abs(blank.endX - blank.x - one.blank.endX + one.blank.x) <= SAME_HEIGHT,
    );
    return isLike ? { ...one, means: { kind: 'signature' } } : one;
  });
}

function onBlank(
  blank: Blank,
  { kind, label }: Meant,
  lines: readonly TextLine[],
  page: Size,
): LikelyPlace {
  const width = kind === 'signature' ? Math.min(widthOf(blank), WIDEST_MARK) : widthOf(blank);
  const around = lines.filter((line) => !holds(line, blank));
  const party = partyOf(blank, lines);
  return {
    kind,
    ...fitPlace(kind, { x: blank.x, y: blank.y, size: blank.size, width }, page, around),
    required: true,
    ...(label && { label }),
    ...(party && { party }),
  };
}

const widthOf = ({ x, endX }: Blank): number => Math.max(endX - x, MIN_BLANK);

const holds = ({ x, y, endX }: TextLine, blank: Blank): boolean =>
  Math.abs(y - blank.y) < 1 && x < blank.endX && endX > blank.x;

/** The party named in the label, or nearest above or below it in the same column. */
function partyOf(blank: Blank, lines: readonly TextLine[]): SuggestedParty | undefined {
  const above = lines.filter(isAbove(blank, SIDE_ABOVE_WITHIN)).toReversed();
  const near = [blank.left, ...lines.filter(isBelow(blank)).map(textOf), ...above.map(textOf)];
  const role = near
    .filter((text) => text.length <= MAX_LABEL)
    .map(sideIn)
    .find((side) => side !== undefined);
  return role && { role, number: 1 };
}

const textOf = ({ text }: TextLine): string => text;

const isOver = (line: TextLine, { leftX, endX }: Blank): boolean =>
  line.x < endX &&
  line.endX > leftX &&
  line.x > leftX - 2 * BESIDE &&
  line.endX < endX + 4 * BESIDE;

const isBelow = (blank: Blank) => (line: TextLine) =>
  line.y > blank.y + 1 && line.y - line.size <= blank.y + BELOW_WITHIN && isOver(line, blank);

const isAbove =
  (blank: Blank, within = ABOVE_WITHIN) =>
  (line: TextLine) =>
    line.y < blank.y - 1 && line.y >= blank.y - within && isOver(line, blank);

const BOXES = /[☐□❏❑▢]/gu;

/** Empty check boxes, each with the text after it. */
const boxesIn = (lines: readonly TextLine[], page: Size): LikelyPlace[] =>
  lines.flatMap((line) => {
    const parts = line.text.split(BOXES);
    let at = parts[0]?.length ?? 0;
    return parts.slice(1).flatMap((part) => {
      const x = line.starts[at];
      at += 1 + part.length;
      const label = part.trim().slice(0, MAX_LABEL).trim();
      if (x === undefined || plain(label) === '') return [];
      const place = fitPlace('checkbox', { x, y: line.y, size: line.size }, page, []);
      return [{ kind: 'checkbox' as const, ...place, required: false, label }];
    });
  });
