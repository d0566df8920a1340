import { AsnConvert } from '@peculiar/asn1-schema';

/** DER of a value whose class carries an ASN.1 schema. */
export const encode = (value: object): Uint8Array<ArrayBuffer> =>
  new Uint8Array(AsnConvert.serialize(value));

/** The value that `der` holds; throws where the bytes do not fit the schema. */
export const decode = <T>(der: Uint8Array, schema: new () => T): T => AsnConvert.parse(der, schema);

/** As `encode`, in the form that the schemas take for ANY. */
export const encodeAny = (value: object): ArrayBuffer => AsnConvert.serialize(value);

/** An exact copy, in the form that the schemas take for ANY and OCTET STRING. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * A structure that is DER already. The serializer puts the bytes where the structure would stand; it
 * would otherwise parse and encode them anew at each level around them.
 */
export class Encoded {
  readonly #der: ArrayBuffer;

  constructor(der: Uint8Array) {
    this.#der = bufferOf(der);
  }

  /** What `asn1js` asks of a node when it writes. */
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
    throw new Error('is only written');
  }
}

/** Stands for a `T` that will only be written. */
export const encoded = <T>(der: Uint8Array): T => new Encoded(der) as T;

/** DER wants the elements of a SET OF in ascending order of their encodings (X.690 §11.6). */
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

/** The same order for elements that are DER already. */
export const sortedDer = (elements: readonly Uint8Array[]): ArrayBuffer[] =>
  [...elements].sort(compareBytes).map(bufferOf);
