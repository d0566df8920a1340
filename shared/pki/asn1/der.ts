import { AsnConvert } from '@peculiar/asn1-schema';

/** DER of a value whose class has an ASN.1 schema. */
export const encode = (value: object): Uint8Array<ArrayBuffer> =>
  new Uint8Array(AsnConvert.serialize(value));

/** Parses DER; throws if it does not match the schema. */
export const decode = <T>(der: Uint8Array, schema: new () => T): T => AsnConvert.parse(der, schema);

/** As `encode`, as the ArrayBuffer that schemas expect for ANY. */
export const encodeAny = (value: object): ArrayBuffer => AsnConvert.serialize(value);

/** A copy as the ArrayBuffer that schemas expect for ANY and OCTET STRING. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * A structure that is already DER. The serializer writes the bytes in its place instead of parsing and
 * encoding them again at each enclosing level.
 */
export class Encoded {
  readonly #der: ArrayBuffer;

  constructor(der: Uint8Array) {
    this.#der = bufferOf(der);
  }

  /** The interface that `asn1js` uses to serialize a node. */
  toASN() {
    const der = this.#der;
    return {
      toBER: (_sizeOnly?: boolean, writer?: { write: (bytes: ArrayBuffer) => void }) => {
        writer?.write(der);
        return der;
      },
    };
  }

  fromASN(): never {
    throw new Error('Encoded cannot be parsed');
  }
}

/** Typed as a `T`, for serialization only. */
export const encoded = <T>(der: Uint8Array): T => new Encoded(der) as T;

/** DER sorts the elements of a SET OF by their encodings (X.690 § 11.6). */
export const inSetOrder = <T extends object>(elements: readonly T[]): T[] =>
  elements
    .map(encode)
    .sort(compareBytes)
    .map(encoded<T>);

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Whether elements are in the order that DER requires of a SET OF. */
export const isInDerOrder = (elements: readonly Uint8Array[]): boolean =>
  elements.every((each, index) => index === 0 || compareBytes(elements[index - 1]!, each) <= 0);

/** As `inSetOrder`, for elements that are already DER. */
export const sortedDer = (elements: readonly Uint8Array[]): ArrayBuffer[] =>
  [...elements].sort(compareBytes).map(bufferOf);
