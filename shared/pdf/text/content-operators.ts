/** Names keep their slash; dictionaries are kept as text. */
export type Operand = number | string | Uint8Array | readonly Operand[];

export interface Operator {
  readonly name: string;
  readonly operands: readonly Operand[];
  /** Offsets: start of the first operand, and end of the operator. */
  readonly start: number;
  readonly end: number;
}

const code = (character: string) => character.charCodeAt(0);
const [OPEN, CLOSE, LESS, GREATER, PERCENT, BACKSLASH] = [...'()<>%\\'].map(code);
const [SLASH, LEFT, RIGHT] = [...'/[]'].map(code);
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const BOUNDARY = new Set([...WHITE, ...[...'()<>[]{}/%'].map(code)]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)/;
const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
/** A CMap lists a hundred ranges at once; what is left over before an operator is ignored, as by viewers. */
const MAX_OPERANDS = 400;
const MAX_NESTING = 16;

/** Operators of a content stream with operands and offsets (ISO 32000-1, 7.8.2). */
export function* operatorsOf(content: Uint8Array): Generator<Operator> {
  yield* new ContentScanner(content).operators();
}

class ContentScanner {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  *operators(): Generator<Operator> {
    let operands: Operand[] = [];
    let start: number | undefined;
    for (this.#skipBlank(); this.#at < this.#bytes.length; this.#skipBlank()) {
      const from = this.#at;
      const operand = this.#operand(0);
      start ??= from;
      if (operand !== undefined) {
        operands.push(operand);
        if (operands.length > MAX_OPERANDS) operands.shift();
        continue;
      }
      const name = this.#word();
      if (name === 'ID') this.#skipImage();
      yield { name, operands, start, end: this.#at };
      operands = [];
      start = undefined;
    }
  }

  /** Undefined if the next token is an operator. */
  #operand(depth: number): Operand | undefined {
    const byte = this.#bytes[this.#at];
    if (byte === OPEN) return this.#literal();
    if (byte === LESS) return this.#bytes[this.#at + 1] === LESS ? this.#dictionary() : this.#hex();
    if (byte === LEFT && depth < MAX_NESTING) return this.#array(depth);
    if (byte === SLASH) return this.#name();
    return this.#number();
  }

  #number(): number | undefined {
    const text = this.#peek();
    const digits = NUMBER.exec(text)?.[0];
    if (digits === undefined) return undefined;
    this.#at += text.length;
    return Number(digits);
  }

  #name(): string {
    this.#at += 1;
    return `/${this.#taken()}`;
  }

  #array(depth: number): Operand[] {
    this.#at += 1;
    const items: Operand[] = [];
    for (this.#skipBlank(); this.#at < this.#bytes.length; this.#skipBlank()) {
      if (this.#bytes[this.#at] === RIGHT) break;
      const item = this.#operand(depth + 1);
      if (item === undefined) this.#word();
      else items.push(item);
    }
    this.#at += 1;
    return items;
  }

  #hex(): Uint8Array {
    const end = this.#bytes.indexOf(GREATER as number, this.#at);
    const text = latin(this.#bytes.subarray(this.#at + 1, end < 0 ? undefined : end));
    this.#at = end < 0 ? this.#bytes.length : end + 1;
    const digits = text.replaceAll(/[^\da-f]/gi, '');
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  #dictionary(): string {
    const start = this.#at;
    let depth = 0;
    do {
      const [byte, next] = [this.#bytes[this.#at], this.#bytes[this.#at + 1]];
      if (byte === OPEN) this.#literal();
      else if (byte === LESS && next === LESS) [depth, this.#at] = [depth + 1, this.#at + 2];
      else if (byte === GREATER && next === GREATER) [depth, this.#at] = [depth - 1, this.#at + 2];
      else this.#at += 1;
    } while (depth > 0 && this.#at < this.#bytes.length);
    return latin(this.#bytes.subarray(start, this.#at));
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    let depth = 1;
    this.#at += 1;
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] as number;
      if (byte === BACKSLASH) {
        out.push(...this.#escaped());
        continue;
      }
      if (byte === OPEN) depth += 1;
      else if (byte === CLOSE && --depth === 0) break;
      out.push(byte);
    }
    this.#at += 1;
    return Uint8Array.from(out);
  }

  /** Leaves the position on the last byte of the escape (ISO 32000-1, table 3). */
  #escaped(): number[] {
    const next = latin(this.#bytes.subarray(this.#at + 1, this.#at + 4));
    const octal = /^[0-7]{1,3}/.exec(next)?.[0];
    const lineEnd = /^(?:\r\n|\r|\n)/.exec(next)?.[0];
    this.#at += (octal ?? lineEnd ?? ' ').length;
    if (octal) return [Number.parseInt(octal, 8) & 0xff];
    if (lineEnd) return [];
    return next === '' ? [] : [ESCAPED[next[0] as string] ?? code(next)];
  }

  /** The data of an inline image ends with EI between white space (ISO 32000-1, 8.9.7). */
  #skipImage(): void {
    const bytes = this.#bytes;
    for (let at = this.#at + 1; at < bytes.length; at += 1) {
      const ends = bytes[at] === code('E') && bytes[at + 1] === code('I');
      if (!ends || !WHITE.has(bytes[at - 1] as number)) continue;
      if (at + 2 < bytes.length && !BOUNDARY.has(bytes[at + 2] as number)) continue;
      this.#at = at + 2;
      return;
    }
    this.#at = bytes.length;
  }

  /** At least one byte, so that stray delimiters are stepped over. */
  #word(): string {
    const text = this.#taken();
    if (text !== '') return text;
    this.#at += 1;
    return '';
  }

  #taken(): string {
    const text = this.#peek();
    this.#at += text.length;
    return text;
  }

  #peek(): string {
    let end = this.#at;
    while (end < this.#bytes.length && !BOUNDARY.has(this.#bytes[end] as number)) end += 1;
    return latin(this.#bytes.subarray(this.#at, end));
  }

  #skipBlank(): void {
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] as number;
      if (byte === PERCENT) this.#skipLine();
      else if (!WHITE.has(byte)) return;
    }
  }

  #skipLine(): void {
    while (this.#at < this.#bytes.length && !isLineEnd(this.#bytes[this.#at])) this.#at += 1;
  }
}

const isLineEnd = (byte: number | undefined) => byte === 10 || byte === 13;

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
