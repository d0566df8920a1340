/** Crockford's base 32: without I, L, O and U, so that it can be read aloud and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** Random bytes that `envelopeIdFrom` needs: 26 characters of five bits are 130 bits. */
export const ENVELOPE_ID_BYTES = 17;

/** An envelope's id, 26 characters, also printed as its verification code. */
export function envelopeIdFrom(random: Uint8Array): string {
  let bits = random.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let id = '';
  for (let index = 0; index < LENGTH; index++, bits >>= 5n) id += ALPHABET[Number(bits & 31n)];
  return id;
}

export const isEnvelopeId = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);

/** Input is cut here before normalizing; a code typed with separators is shorter. */
const MAX_TYPED_LENGTH = 200;

/**
 * Normalizes a typed code: any case and width, spaces and dashes dropped, O read as 0, I and L as 1. The
 * result need not be a valid id.
 */
export const normalizeEnvelopeId = (text: string): string =>
  text
    .slice(0, MAX_TYPED_LENGTH)
    .toWellFormed()
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** In groups of five characters, as printed on every page. */
export const groupedEnvelopeId = (id: string): string => id.replace(/(.{5})(?=.)/g, '$1-');
