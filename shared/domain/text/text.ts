/** Nothing to be seen: invisible characters, spaces, marks without a letter, Braille's empty cell, a note without a head. */
const BLANK = /^[\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800\u{1d159}]*$/u;

export const isBlank = (text: string): boolean => BLANK.test(text);

/**
 * What makes a text read as another than it is, or none at all: direction marks (Unicode UAX #9),
 * control characters but line ends and tabs, halves of surrogate pairs, and more marks on one letter
 * than any writing has (UAX #15 §13), which also take quadratic time to normalize.
 */
const UNREADABLE = /\p{Bidi_Control}|[^\P{Cc}\t\r\n]|\p{Surrogate}|\p{M}{31}/u;

export const isReadable = (text: string): boolean => !UNREADABLE.test(text);

/** NFC, trimmed, one line; only of a readable text, whose normalization takes linear time. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Without the marks that address books put around a name or number so that it reads from left to right:
 * copied with it, and seen by nobody. Marks that turn text around stay, for `isReadable` to refuse.
 */
export const unwrapped = (text: string): string =>
  text.replace(/^[\u200e\u202a\u2066\u2068]+|[\u200e\u202c\u2069]+$/g, '');

/** What of a text can be read as it is written, NFC: of a file's name, which may have any characters. */
export const readableOnly = (text: string): string =>
  text
    .replace(/\p{Bidi_Control}|[^\P{Cc}\t\r\n]|\p{Surrogate}/gu, '')
    .replace(/(\p{M}{30})\p{M}+/gu, '$1')
    .normalize('NFC');
