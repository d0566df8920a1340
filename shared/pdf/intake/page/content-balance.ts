/** What a content stream leaves open at its end, and how far it restored below its start. */
export interface ContentBalance {
  /** q without Q; negative if there are more Q than q. */
  depth: number;
  /** The lowest depth reached, at most 0. */
  lowest: number;
  /** Marked-content sequences left open. */
  marked: number;
  /** Whether a text object was left open. */
  inText: boolean;
}

export const BALANCED: ContentBalance = { depth: 0, lowest: 0, marked: 0, inText: false };

const code = (character: string) => character.charCodeAt(0);
/** A table instead of a Set, because it is consulted for every byte. */
const tableOf = (codes: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (codes.includes(byte) ? 1 : 0));
const WHITE_CODES = [0, 9, 10, 12, 13, 32];
const DELIMITER_CODES = [...'()<>[]{}/%'].map(code);
const WHITE = tableOf(WHITE_CODES);
const DELIMITER = tableOf(DELIMITER_CODES);
const BOUNDARY = tableOf([...WHITE_CODES, ...DELIMITER_CODES]);
const [OPEN, CLOSE, LESS, GREATER, PERCENT, BACKSLASH, SLASH] = [...'()<>%\\/'].map(code);

export function balanceOf(content: Uint8Array): ContentBalance {
  const balance = { ...BALANCED };
  forEachOperator(content, (token) => count(balance, token));
  return balance;
}

/** Whether anything is painted after a Q without q: some viewers stop there, others continue. */
export function paintsAfterUnderflow(contents: readonly Uint8Array[]): boolean {
  let [depth, isBelow, paints] = [0, false, false];
  function visit(token: number) {
    if (token === SAVE) depth += 1;
    else if (token === RESTORE && depth > 0) depth -= 1;
    else if (token === RESTORE) isBelow = true;
    else paints ||= isBelow && PAINTING.has(token);
  }
  for (const content of contents) forEachOperator(content, visit);
  return paints;
}

/** Calls `visit` for operators of up to three letters; skips strings, comments and inline images. */
function forEachOperator(content: Uint8Array, visit: (token: number) => void): void {
  for (let at = 0; at < content.length; ) {
    const byte = content[at] as number;
    if (byte === OPEN) at = afterString(content, at);
    else if (byte === LESS && content[at + 1] !== LESS) at = after(content, at, GREATER as number);
    else if (byte === PERCENT) at = afterLine(content, at);
    else if (WHITE[byte] || (DELIMITER[byte] && byte !== SLASH)) at += 1;
    else {
      const end = endOfToken(content, at + 1);
      if (end - at <= 3) visit(tokenAt(content, at, end));
      at = isInlineImage(content, at, end) ? afterInlineImage(content, end) : end;
    }
  }
}

/** Combines two consecutive parts of a page's content. */
export const followedBy = (first: ContentBalance, next: ContentBalance): ContentBalance => ({
  depth: first.depth + next.depth,
  lowest: Math.min(first.lowest, first.depth + next.lowest),
  marked: Math.max(0, first.marked + next.marked),
  inText: next.inText,
});

/** An operator of up to three letters packed into a number. */
const operator = (text: string): number =>
  [...text].reduce((number, letter) => number * 256 + code(letter), 0);
const [SAVE, RESTORE, BEGIN_TEXT, END_TEXT] = ['q', 'Q', 'BT', 'ET'].map(operator);
const [BEGIN_MARKED, BEGIN_MARKED_WITH, END_MARKED] = ['BMC', 'BDC', 'EMC'].map(operator);

const PAINTING = new Set(
  ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'ID'].map(
    operator,
  ),
);

function tokenAt(content: Uint8Array, start: number, end: number): number {
  let token = 0;
  for (let at = start; at < end; at += 1) token = token * 256 + (content[at] as number);
  return token;
}

function count(balance: ContentBalance, token: number): void {
  if (token === SAVE) balance.depth += 1;
  else if (token === RESTORE) {
    balance.depth -= 1;
    balance.lowest = Math.min(balance.lowest, balance.depth);
  } else if (token === BEGIN_TEXT || token === END_TEXT) balance.inText = token === BEGIN_TEXT;
  else if (token === BEGIN_MARKED || token === BEGIN_MARKED_WITH) balance.marked += 1;
  else if (token === END_MARKED) balance.marked -= 1;
}

function endOfToken(content: Uint8Array, from: number): number {
  let at = from;
  while (at < content.length && !isBoundary(content[at] as number)) at += 1;
  return at;
}

const isBoundary = (byte: number) => BOUNDARY[byte] === 1;

function afterString(content: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    const byte = content[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return content.length;
}

function after(content: Uint8Array, start: number, end: number): number {
  const found = content.indexOf(end, start);
  return found < 0 ? content.length : found + 1;
}

function afterLine(content: Uint8Array, start: number): number {
  let at = start;
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at += 1;
  return at;
}

const isInlineImage = (content: Uint8Array, start: number, end: number) =>
  end - start === 2 && content[start] === code('I') && content[start + 1] === code('D');

/** Inline image data ends with EI between white space (ISO 32000-1, 8.9.7). */
function afterInlineImage(content: Uint8Array, start: number): number {
  for (let at = start + 1; at < content.length; at++) {
    const ends = content[at] === code('E') && content[at + 1] === code('I');
    if (!ends || !WHITE[content[at - 1] as number]) continue;
    if (at + 2 >= content.length || isBoundary(content[at + 2] as number)) return at + 2;
  }
  return content.length;
}
