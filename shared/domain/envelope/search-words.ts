import { callingCodeLength } from '../text/calling-code.ts';
import type { Envelope } from './envelope.ts';
import { isEnvelopeId, normalizeEnvelopeId } from './envelope-id.ts';
import type { Channel } from './party.ts';

/** Words of one envelope: each is an item of the list's table. */
const MOST_WORDS = 80;
const LONGEST_WORD = 40;

/** One way to read what was typed: an envelope matches if each word begins one of its own. */
export type Reading = readonly string[];

type Searched = Pick<Envelope, 'id' | 'title' | 'erasedAt'> & {
  readonly parties: readonly { readonly name: string; readonly channel: Channel }[];
};

/** What a search finds an envelope by, the most telling first; of an erased one its id alone. */
export function wordsOf({ id, title, erasedAt, parties }: Searched): string[] {
  if (erasedAt) return distinct([joined(id)]);
  const names = parties.map(({ name }) => name);
  const channels = parties.map(({ channel }) => channel);
  return distinct([
    ...[id, ...channels.map(contactOf)].map(joined),
    ...[title, ...names].flatMap(splitWords),
    ...channels.flatMap(partsOf),
  ]);
}

/** The same of a row of an earlier release, which has no contacts. */
export const wordsOfListed = (row: {
  id: string;
  title: string;
  parties: readonly { name: string }[];
}): string[] =>
  distinct([
    joined(row.id),
    ...[row.title, ...row.parties.map(({ name }) => name)].flatMap(splitWords),
  ]);

/**
 * None if there is no word in it. Numbers and codes are typed in groups of anybody's choice: what may be one is
 * also read as one word.
 */
export function readingsOf(search: string): Reading[] {
  const code = normalizeEnvelopeId(search);
  if (isEnvelopeId(code)) return [[joined(code)]];
  const words = splitWords(search);
  const whole = /[@\d]/.test(search) ? withoutTrunk(joined(search)) : '';
  if (whole === '' || (words.length === 1 && words[0] === whole))
    return words.length > 0 ? [words] : [];
  return [[whole], words];
}

export const matches = (words: readonly string[], reading: Reading): boolean =>
  reading.every((typed) => words.some((word) => word.startsWith(typed)));

/** Without case, accents and width, as both sides of a comparison are. */
const folded = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ');

const splitWords = (text: string): string[] =>
  folded(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.map(cut) ?? [];

/** All letters and digits as one word. */
const joined = (text: string): string => cut(folded(text).replace(/[^\p{L}\p{N}]/gu, ''));

const cut = (word: string): string => [...word].slice(0, LONGEST_WORD).join('');

const distinct = (words: readonly string[]): string[] =>
  [...new Set(words)].filter(Boolean).slice(0, MOST_WORDS);

const contactOf = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address : channel.number;

/** Of a number also what follows the country's code: many leave that out. */
const partsOf = (channel: Channel): string[] =>
  channel.kind === 'email'
    ? splitWords(channel.address)
    : [joined(channel.number).slice(callingCodeLength(channel.number))];

/** In front of a country's code or a national number, `00` or `0` is dialled and not stored. */
const withoutTrunk = (word: string): string =>
  /^\d+$/.test(word) ? word.replace(/^0+/, '') : word;
