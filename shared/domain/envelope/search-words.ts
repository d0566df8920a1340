import { distinctWords, joined, type Reading, splitWords, textReadings } from '../text/words.ts';
import { channelWords, contactOf } from './channel-words.ts';
import type { Envelope } from './envelope.ts';
import { isEnvelopeId, normalizeEnvelopeId } from './envelope-id.ts';
import type { Channel } from './party.ts';

/** Words of one envelope: each is an item of the list's table. */
const MAX_WORDS = 80;

type Searched = Pick<Envelope, 'id' | 'title' | 'erasedAt' | 'externalId'> & {
  readonly parties: readonly { readonly name: string; readonly channel: Channel }[];
};

/** What a search finds an envelope by, the most telling first; of an erased one its id alone. */
export function wordsOf({ id, title, erasedAt, externalId = '', parties }: Searched): string[] {
  if (erasedAt) return distinct([joined(id)]);
  const names = parties.map(({ name }) => name);
  const channels = parties.map(({ channel }) => channel);
  return distinct([
    ...[id, externalId, ...channels.map(contactOf)].map(joined),
    ...[title, externalId, ...names].flatMap(splitWords),
    ...channels.flatMap(channelWords),
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

/** None if there is no word in it. A verification code is typed with or without its groups. */
export function readingsOf(search: string): Reading[] {
  const code = normalizeEnvelopeId(search);
  if (isEnvelopeId(code)) return [[joined(code)]];
  return textReadings(search);
}

const distinct = (words: readonly string[]): string[] => distinctWords(words, MAX_WORDS);
