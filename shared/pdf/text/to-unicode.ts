import { type Operand, operatorsOf } from './content-operators.ts';

/** Text by code; a range of a made-up map could name every number there is. */
export type CodeTexts = ReadonlyMap<number, string>;
const MAX_CODES = 70_000;

/** What a ToUnicode CMap says (ISO 32000-1, 9.10.3). */
export function readToUnicode(cmap: Uint8Array): CodeTexts {
  const texts = new Map<number, string>();
  for (const { name, operands } of operatorsOf(cmap)) {
    if (name === 'endbfchar') addChars(texts, operands);
    else if (name === 'endbfrange') addRanges(texts, operands);
  }
  return texts;
}

function addChars(texts: Map<number, string>, operands: readonly Operand[]): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const [from, to] = [operands[at], operands[at + 1]];
    if (from instanceof Uint8Array && to instanceof Uint8Array && texts.size < MAX_CODES) {
      texts.set(numberOf(from), utf16(to));
    }
  }
}

function addRanges(texts: Map<number, string>, operands: readonly Operand[]): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [first, last, to] = [operands[at], operands[at + 1], operands[at + 2]];
    if (!(first instanceof Uint8Array && last instanceof Uint8Array) || to === undefined) continue;
    const start = numberOf(first);
    const count = Math.min(numberOf(last) - start + 1, MAX_CODES - texts.size);
    for (let index = 0; index < count; index += 1) texts.set(start + index, within(to, index));
  }
}

/** A list says each text; else the last unit of the first counts on. */
function within(to: Operand, index: number): string {
  const listed = Array.isArray(to) ? to[index] : to;
  if (!(listed instanceof Uint8Array)) return '';
  const text = utf16(listed);
  if (Array.isArray(to) || text === '') return text;
  const last = text.codePointAt(text.length - 1) as number;
  return text.slice(0, -1) + String.fromCharCode((last + index) & 0xffff);
}

export const numberOf = (bytes: Uint8Array): number =>
  bytes.reduce((number, byte) => number * 256 + byte, 0);

const utf16 = (bytes: Uint8Array): string =>
  bytes.length === 1
    ? String.fromCharCode(bytes[0] as number)
    : Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
