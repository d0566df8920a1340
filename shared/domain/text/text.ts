/**
 * No visible character: ignorable code points, spaces, combining marks alone, the Braille blank, the null
 * notehead.
 */
const BLANK = /^[\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800\u{1d159}]*$/u;

export const isBlank = (text: string): boolean => BLANK.test(text);

/**
 * Unsafe to display: bidi controls (UAX #9), control characters except tab and line ends, lone surrogates,
 * and runs of more than 30 combining marks (UAX #15 §13), which also make normalization quadratic.
 */
const UNREADABLE = /\p{Bidi_Control}|[^\P{Cc}\t\r\n]|\p{Surrogate}|\p{M}{31}/u;

export const isReadable = (text: string): boolean => !UNREADABLE.test(text);

/** NFC, trimmed, white space collapsed. Call on readable text only, whose normalization is linear. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Strips the left-to-right marks that address books put around names and numbers. Other bidi marks stay, so
 * that `isReadable` refuses them.
 */
export const unwrapped = (text: string): string =>
  text.replace(/^[\u200e\u202a\u2066\u2068]+|[\u200e\u202c\u2069]+$/g, '');

/** Drops the unsafe characters instead of refusing: for names of uploaded files. */
export const readableOnly = (text: string): string =>
  text
    .replace(/\p{Bidi_Control}|[^\P{Cc}\t\r\n]|\p{Surrogate}/gu, '')
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    .normalize('NFC');
