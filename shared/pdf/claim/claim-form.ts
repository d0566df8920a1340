import { toHex } from '../../pki/signature/digest.ts';

/** The text is not a claim of any version. */
export class ClaimError extends Error {
  override readonly name = 'ClaimError';
}

export const VERSION = 1;
const SIGNATURE_SIZE = 64;

/** Bytes of each part, in order. */
interface Sizes {
  readonly version: 1;
  readonly length: number;
  readonly sha256: 32;
  readonly seconds: number;
  readonly keyId: number;
}

type Parts = Record<keyof Sizes, Uint8Array>;

export interface ClaimParts {
  readonly payload: Uint8Array;
  readonly parts: Parts;
  readonly signature: Uint8Array;
}

/** Four bytes of seconds last until 2106. */
export const SIZES = {
  version: 1,
  length: 5,
  sha256: 32,
  seconds: 4,
  keyId: 6,
} as const satisfies Sizes;

/** The first claims were base64url; their files must stay verifiable. */
const EARLIER_SIZES = {
  version: 1,
  length: 6,
  sha256: 32,
  seconds: 5,
  keyId: 8,
} as const satisfies Sizes;

const total = (sizes: Sizes): number => Object.values(sizes).reduce((sum, size) => sum + size, 0);

export const PAYLOAD_SIZE = total(SIZES);
const SIZE = PAYLOAD_SIZE + SIGNATURE_SIZE;
/** Decimal digits of the largest number of SIZE bytes. */
const DIGITS = Math.ceil(SIZE * Math.log10(256));
/** Characters of unpadded base64url. */
const EARLIER_LENGTH = Math.ceil(((total(EARLIER_SIZES) + SIGNATURE_SIZE) * 4) / 3);

/** Splits a claim of either form into its parts. Throws `ClaimError`. */
export function splitClaim(text: string): ClaimParts {
  const [bytes, sizes] =
    text.length === EARLIER_LENGTH
      ? [fromBase64Url(text), EARLIER_SIZES]
      : [fromDigits(text), SIZES];
  if (bytes[0] !== VERSION) throw new ClaimError('not a claim of this version');
  const payload = bytes.subarray(0, total(sizes));
  return { payload, parts: partsOf(payload, sizes), signature: bytes.subarray(payload.length) };
}

function partsOf(payload: Uint8Array, sizes: Sizes): Parts {
  const reader = { at: 0 };
  function take(size: number) {
    reader.at += size;
    return payload.subarray(reader.at - size, reader.at);
  }
  return {
    version: take(sizes.version),
    length: take(sizes.length),
    sha256: take(sizes.sha256),
    seconds: take(sizes.seconds),
    keyId: take(sizes.keyId),
  };
}

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const toDigits = (bytes: Uint8Array): string =>
  BigInt(`0x${toHex(bytes)}`)
    .toString()
    .padStart(DIGITS, '0');

function fromDigits(text: string): Uint8Array {
  if (text.length !== DIGITS || !/^\d+$/.test(text)) throw new ClaimError('not a claim');
  const hex = BigInt(text)
    .toString(16)
    .padStart(SIZE * 2, '0');
  if (hex.length > SIZE * 2) throw new ClaimError('number exceeds the size of a claim');
  return fromHex(hex);
}

/** Rejects non-canonical encodings, so that each byte sequence has exactly one text. */
function fromBase64Url(text: string): Uint8Array {
  if (!/^[\w-]+$/.test(text)) throw new ClaimError('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (toBase64Url(binary) !== text) throw new ClaimError('not canonical base64url');
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const toBase64Url = (binary: string): string =>
  btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
