/** One element of DER (X.690 §8.1): its tag, and where it, its content and its end stand. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const LONG_FORM = 0x80;
const LONGEST_LENGTH = 4;

/** The element that starts there, of a tag of one byte and a definite length. Throws `RangeError`. */
export function elementAt(der: Uint8Array, start: number): DerElement {
  const first = der[start + 1] ?? LONG_FORM;
  const count = first < LONG_FORM ? 0 : first - LONG_FORM;
  const content = start + 2 + count;
  const length = first < LONG_FORM ? first : bigEndian(der.subarray(start + 2, content));
  const end = content + length;
  if (first === LONG_FORM || count > LONGEST_LENGTH || end > der.length)
    throw new RangeError('a DER element without an end');
  return { tag: der[start] as number, start, content, end };
}

const bigEndian = (bytes: Uint8Array): number =>
  bytes.reduce((total, byte) => total * 256 + byte, 0);

/** The elements inside one that is constructed, one after another. */
export function* elementsIn(der: Uint8Array, { content, end }: DerElement): Generator<DerElement> {
  for (let at = content; at < end; ) {
    const element = elementAt(der, at);
    if (element.end > end) throw new RangeError('a DER element reaches out of its own');
    yield element;
    at = element.end;
  }
}

/** The whole of an element. */
export const bytesOf = (der: Uint8Array, { start, end }: DerElement): Uint8Array =>
  der.subarray(start, end);

/** What stands in it. */
export const contentOf = (der: Uint8Array, { content, end }: DerElement): Uint8Array =>
  der.subarray(content, end);
