/** A DER element (X.690 § 8.1): its tag, and the offsets of its start, content and end. */
export interface DerElement {
  tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const LONG_FORM = 0x80;
const MAX_LENGTH_BYTES = 4;

/**
 * The element at `start`; supports one-byte tags and definite lengths. Throws `RangeError` if it is
 * truncated.
 */
export function elementAt(der: Uint8Array, start: number): DerElement {
  const first = der[start + 1] ?? LONG_FORM;
  const count = first < LONG_FORM ? 0 : first - LONG_FORM;
  const content = start + 2 + count;
  const length = first < LONG_FORM ? first : bigEndian(der.subarray(start + 2, content));
  const end = content + length;
  if (first === LONG_FORM || count > MAX_LENGTH_BYTES || end > der.length)
    throw new RangeError('truncated DER element');
  return { tag: der[start] as number, start, content, end };
}

const bigEndian = (bytes: Uint8Array): number =>
  bytes.reduce((total, byte) => total * 256 + byte, 0);

/** The elements of a constructed element, in order. Throws `RangeError` if one exceeds its parent. */
export function* elementsIn(der: Uint8Array, { content, end }: DerElement): Generator<DerElement> {
  for (let at = content; at < end; ) {
    const element = elementAt(der, at);
    if (element.end > end) throw new RangeError('DER element exceeds its parent');
    yield element;
    at = element.end;
  }
}

/** The encoded element with tag and length. */
export const bytesOf = (der: Uint8Array, { start, end }: DerElement): Uint8Array =>
  der.subarray(start, end);

/** The element's content octets. */
export const contentOf = (der: Uint8Array, { content, end }: DerElement): Uint8Array =>
  der.subarray(content, end);
