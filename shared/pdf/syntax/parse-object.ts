import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

const codesOf = (characters: string) => new Set([...characters].map((one) => one.charCodeAt(0)));

/** ISO 32000-1 §7.2.2. */
const WHITESPACE = codesOf('\0\t\n\f\r ');
const DELIMITERS = codesOf('()<>[]{}/%');
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const CHUNK = 4_096;
/** Long strings such as a signature are decoded at once. */
const ASCII = new TextDecoder('latin1');

/** Deeper than in any legitimate file. */
const MAX_NESTING = 100;

/**
 * Parses the object at the start of the bytes (ISO 32000-1 § 7.3) without error recovery; ignores what
 * follows. Throws `SyntaxError`.
 */
export const parseObject = (bytes: Uint8Array, context: PDFContext): PDFObject =>
  new ObjectParser(bytes, context).object();

class ObjectParser {
  readonly #bytes: Uint8Array;
  readonly #context: PDFContext;
  #at = 0;
  #nesting = 0;

  constructor(bytes: Uint8Array, context: PDFContext) {
    this.#bytes = bytes;
    this.#context = context;
  }

  object(): PDFObject {
    this.#skipBlank();
    if (this.#takes('<<')) return this.#nested(() => this.#dictionaryOrStream());
    if (this.#takes('[')) return this.#nested(() => this.#array());
    if (this.#takes('<')) return this.#hexString();
    if (this.#takes('(')) return this.#literalString();
    if (this.#takes('/')) return PDFName.of(this.#regular());
    return this.#number() ?? this.#keyword();
  }

  #nested<T>(parse: () => T): T {
    if (++this.#nesting > MAX_NESTING) return this.#fail('nested too deep');
    const parsed = parse();
    this.#nesting--;
    return parsed;
  }

  #dictionaryOrStream(): PDFDict | PDFRawStream {
    const dictionary = this.#dictionary();
    const behind = this.#at;
    this.#skipBlank();
    if (this.#takes('stream')) return PDFRawStream.of(dictionary, this.#contents(dictionary));
    this.#at = behind;
    return dictionary;
  }

  #dictionary(): PDFDict {
    const entries = new Map<PDFName, PDFObject>();
    while (!this.#closes('>>')) {
      const key = this.object();
      if (!(key instanceof PDFName)) return this.#fail('a key is no name');
      entries.set(key, this.object());
    }
    return PDFDict.fromMapWithContext(entries, this.#context);
  }

  /** Supports direct lengths only, since an indirect one would need the rest of the file. */
  #contents(dictionary: PDFDict): Uint8Array {
    if (!this.#takes('\r\n') && !this.#takes('\n')) return this.#fail('a stream without a line');
    const length = dictionary.get(PDFName.of('Length'));
    if (!(length instanceof PDFNumber)) return this.#fail('a stream without a length');
    const start = this.#at;
    this.#at += length.asNumber();
    const contents = this.#bytes.slice(start, this.#at);
    this.#skipBlank();
    return this.#takes('endstream') ? contents : this.#fail('a stream of another length');
  }

  #array(): PDFArray {
    const array = PDFArray.withContext(this.#context);
    while (!this.#closes(']')) array.push(this.object());
    return array;
  }

  #hexString(): PDFHexString {
    const start = this.#at;
    const end = this.#bytes.indexOf('>'.charCodeAt(0), start);
    const digits = end < 0 ? '' : ASCII.decode(this.#bytes.subarray(start, end));
    if (end < 0 || /[^\da-f\s\0]/i.test(digits)) return this.#fail('not a hexadecimal string');
    this.#at = end + 1;
    return PDFHexString.of(digits);
  }

  #literalString(): PDFString {
    const start = this.#at;
    for (let open = 1; open > 0; this.#at++) {
      if (this.#at >= this.#bytes.length) return this.#fail('a string without an end');
      if (this.#starts('\\')) this.#at++;
      else if (this.#starts('(')) open++;
      else if (this.#starts(')')) open--;
    }
    return PDFString.of(this.#text(start, this.#at - 1));
  }

  #number(): PDFObject | undefined {
    const start = this.#at;
    const digits = this.#regular();
    if (NUMBER.test(digits)) return this.#reference(digits) ?? PDFNumber.of(Number(digits));
    this.#at = start;
    return undefined;
  }

  /** A reference such as `12 0 R`, whose first number was already read. */
  #reference(number: string): PDFRef | undefined {
    const behind = this.#at;
    const [generation, letter] = [this.#nextRegular(), this.#nextRegular()];
    if (letter === 'R' && /^\d+$/.test(number) && /^\d+$/.test(generation))
      return PDFRef.of(Number(number), Number(generation));
    this.#at = behind;
    return undefined;
  }

  #keyword(): PDFObject {
    const word = this.#regular();
    if (word === 'true') return PDFBool.True;
    if (word === 'false') return PDFBool.False;
    return word === 'null' ? PDFNull : this.#fail('no object');
  }

  #nextRegular(): string {
    this.#skipBlank();
    return this.#regular();
  }

  /** Regular characters up to a delimiter or white space. */
  #regular(): string {
    const start = this.#at;
    while (this.#at < this.#bytes.length && !this.#isBoundary()) this.#at++;
    return this.#text(start, this.#at);
  }

  #isBoundary(): boolean {
    const byte = this.#bytes[this.#at]!;
    return WHITESPACE.has(byte) || DELIMITERS.has(byte);
  }

  #skipBlank(): void {
    for (; this.#at < this.#bytes.length; this.#at++) {
      if (this.#starts('%')) this.#skipLine();
      else if (!WHITESPACE.has(this.#bytes[this.#at]!)) return;
    }
  }

  #skipLine(): void {
    while (this.#at < this.#bytes.length && !this.#starts('\n') && !this.#starts('\r')) this.#at++;
  }

  #closes(bracket: string): boolean {
    this.#skipBlank();
    return this.#takes(bracket);
  }

  #takes(characters: string): boolean {
    const found = this.#starts(characters);
    if (found) this.#at += characters.length;
    return found;
  }

  #starts(characters: string): boolean {
    for (let index = 0; index < characters.length; index++)
      if (this.#bytes[this.#at + index] !== characters.charCodeAt(index)) return false;
    return true;
  }

  /** Latin-1: one character per byte. */
  #text(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at += CHUNK)
      text += String.fromCharCode(...this.#bytes.subarray(at, Math.min(at + CHUNK, end)));
    return text;
  }

  #fail(detail: string): never {
    throw new SyntaxError(`${detail}, at byte ${this.#at}`);
  }
}
