/** Crockford's base 32: no I, L, O or U, so that a person can read it aloud and type it back. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** Bytes of randomness that `envelopeIdFrom` needs: 26 characters of five bits are 130 bits. */
export const ENVELOPE_ID_BYTES = 17;

/** The 26 characters of an envelope's id, which is also its verification code. */
export function envelopeIdFrom(random: Uint8Array): string {
  let bits = random.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let id = '';
  for (let index = 0; index < LENGTH; index++, bits >>= 5n) id += ALPHABET[Number(bits & 31n)];
  return id;
}

export const isEnvelopeId = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);

/** Of what a person may have typed: no code with spaces and dashes is longer. */
const LONGEST_TYPED = 200;

/**
 * As a person may have typed it: any case and width, spaces and dashes, O for 0, I and L for 1. What is
 * too long for a code is cut, and is none.
 */
export const normalizeEnvelopeId = (text: string): string =>
  text
    .slice(0, LONGEST_TYPED)
    .toWellFormed()
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** In groups of five, as printed on every page. */
export const groupedEnvelopeId = (id: string): string => id.replace(/(.{5})(?=.)/g, '$1-');
