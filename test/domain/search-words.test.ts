import { describe, expect, it, test } from 'vitest';
import { envelopeIdFrom, groupedEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import { readingsOf, wordsOf, wordsOfListed } from '../../shared/domain/envelope/search-words.ts';
import { callingCodeLength } from '../../shared/domain/text/calling-code.ts';
import { matches } from '../../shared/domain/text/words.ts';

const id = envelopeIdFrom(Uint8Array.from({ length: 17 }, (_, index) => 37 * index + 1));
const ENVELOPE = {
  id,
  title: 'Contratto d’opera n. 2024/15-B: Straße, naïve ｆｕｌｌ',
  parties: [
    { name: 'Paola Verdì', channel: { kind: 'email', address: 'p.verdi@Example.com' } },
    { name: 'Jürgen Ōno', channel: { kind: 'sms', number: '+393331234567' } },
    { name: 'Zoé', channel: { kind: 'sms', number: '+33612345678' } },
  ],
} as const;
const isFound = (search: string, envelope: Parameters<typeof wordsOf>[0] = ENVELOPE) =>
  readingsOf(search).some((reading) => matches(wordsOf(envelope), reading));

describe('an envelope is found', () => {
  it.each([
    ['the beginning of a word of its title', 'contr'],
    ['words of title and names in any order and case', 'VERDI oper CONTRATTO'],
    ['other accents or none, and another width', 'vérdi strasse naive full'],
    ['a number of the title in its parts', '15 2024'],
    ['an address, whole', 'p.verdi@example.com'],
    ['the beginning of an address', 'P.Ver'],
    ['the domain of an address', 'example.com'],
    ['a number as it is dialled', '+39 333 123 4567'],
    ['a number with 00 for +', '0039333123'],
    ['a number without its country, in anybody’s groups', '333 12 34 567'],
    ['a national number with its 0', '06 12 34 56 78'],
    ['the verification code', id],
    ['the verification code in its groups', groupedEnvelopeId(id)],
    [
      'the verification code as it may be typed',
      groupedEnvelopeId(id).toLowerCase().replace(/0/g, 'o'),
    ],
    ['the first groups of the code', groupedEnvelopeId(id).slice(0, 13)],
  ])('by %s', (_, search) => expect(isFound(search)).toBe(true));

  it.each([
    ['a part within a word', 'ratto'],
    ['one word of two', 'contratto rossi'],
    ['another number', '+39 333 999'],
    ['another address', 'q.verdi@example.com'],
  ])('not by %s', (_, search) => expect(isFound(search)).toBe(false));
});

test('an erased envelope is found by its code alone', () => {
  const erased = { ...ENVELOPE, erasedAt: '2026-03-02T10:00:00.000Z' };
  expect(isFound(id, erased)).toBe(true);
  for (const search of ['contratto', 'paola', 'p.verdi@example.com', '+393331234567'])
    expect(isFound(search, erased)).toBe(false);
});

test('what is typed is read in its words, and what may be a number or a code also as one', () => {
  expect(readingsOf('contratto')).toEqual([['contratto']]);
  expect(readingsOf('2024')).toEqual([['2024']]);
  expect(readingsOf('333 12')).toEqual([['33312'], ['333', '12']]);
  expect(readingsOf('06 12')).toEqual([['612'], ['06', '12']]);
  expect(readingsOf('0612')).toEqual([['612'], ['0612']]);
  expect(readingsOf('0a1')).toEqual([['0a1']]);
  expect(readingsOf('01a')).toEqual([['01a']]);
  expect(readingsOf(groupedEnvelopeId(id))).toEqual([[id.toLowerCase()]]);
});

test('a row of an earlier release, which has no contacts, is found by its code, title and names', () => {
  const words = wordsOfListed({
    id: 'AB-12',
    title: 'Contratto d’opera',
    parties: [{ name: 'Zoé' }],
  });
  expect(words).toEqual(['ab12', 'contratto', 'd', 'opera', 'zoe']);
});

test('a sigma at the end of a word is one as within it', () => {
  expect(isFound('ΟΔΟΣ', { ...ENVELOPE, title: 'Οδοσήμανση' })).toBe(true);
  expect(isFound('ΟΔΟΣ', { ...ENVELOPE, title: 'Οδομαχία' })).toBe(false);
});

test('an envelope has the words of its id, title and parties, and of another system’s id if it has one', () => {
  const envelope = { id: 'AB-12', title: 'Contratto', parties: [] };
  expect(wordsOf(envelope)).toEqual(['ab12', 'contratto']);
  expect(wordsOf({ ...envelope, externalId: 'ORD 7' })).toEqual([
    ...['ab12', 'ord7', 'contratto', 'ord', '7'],
  ]);
});

test('an envelope has no empty word', () => {
  const parties = [{ name: 'X', channel: { kind: 'email', address: '' } }] as const;
  expect(wordsOf({ ...ENVELOPE, parties })).not.toContain('');
});

test('what has no letter and no digit is no search', () => {
  for (const search of ['', '  ', '—', '@', '/.']) expect(readingsOf(search)).toEqual([]);
});

test('an envelope has at most 80 words of at most 40 letters', () => {
  const title = Array.from({ length: 120 }, (_, index) => `w${index}`).join(' ');
  expect(wordsOf({ ...ENVELOPE, title })).toHaveLength(80);
  const long = '𝒜'.repeat(90);
  expect(Math.max(...wordsOf({ ...ENVELOPE, title: long }).map((word) => [...word].length))).toBe(
    40,
  );
  expect(isFound(long, { ...ENVELOPE, title: long })).toBe(true);
});

test.each([
  ['+12025550123', 1],
  ['+77012345678', 1],
  ['+393331234567', 2],
  ['+351912345678', 3],
  ['+385911234567', 3],
  ['+4915112345678', 2],
])('the country’s code of %s has %i digits', (number, digits) =>
  expect(callingCodeLength(number)).toBe(digits),
);
