import { expect, test } from 'vitest';
import { openSuggestions, suggestedFields } from '../../web/console/fields/suggested-field.ts';
import type { Field, Suggestions } from '../../web/console/sender-api.ts';
import { it as italian } from '../../web/console/texts/it.ts';

type Suggestion = Suggestions['suggestions'][number];

const PARTIES = [
  { id: 'p1', role: 'director' },
  { id: 'p2', role: 'client' },
  { id: 'p3', role: 'client' },
] as const;
const PAPER = {
  upload: 'u1',
  pages: [{ width: 595, height: 842 }],
  parties: PARTIES,
  kinds: italian.fields.kinds,
};

const suggestion = (given: Partial<Suggestion> = {}): Suggestion => ({
  ...{ id: 's1', source: 'line', kind: 'text', page: 0, required: true },
  ...{ x: 100, y: 100, width: 100, height: 20 },
  ...given,
});
const client = (number: number) => ({ meant: { role: 'client', number } }) as const;
const fieldOf = (given: Partial<Suggestion>, paper = PAPER) =>
  suggestedFields([suggestion(given)], paper)[0]!.field;

test.each([
  ['a side without a number', client(1), 'p2'],
  ['the second of a side', client(2), 'p3'],
  ['a number that nobody has', client(3), 'nobody'],
  ['no side at all', {}, 'nobody'],
] as const)('a suggestion for %s goes to its party, else to nobody', (_, meant, party) => {
  expect(fieldOf(meant).party).toBe(party);
});

test('nobody is never a party', () => {
  const parties = [
    { id: 'nobody', role: 'director' },
    { id: 'nobody0', role: 'client' },
  ] as const;
  const { party } = fieldOf(client(2), { ...PAPER, parties: parties as never });
  expect(parties.map(({ id }) => id)).not.toContain(party);
});

test('without a label it is called after its kind', () => {
  expect(fieldOf({}).label).toBe('Testo');
  expect(fieldOf({ label: 'Codice fiscale' }).label).toBe('Codice fiscale');
});

test('its id is one that the server takes, and that of no suggestion of another document', () => {
  const ids = [
    fieldOf({ id: 's500' }),
    fieldOf({ id: 's1' }),
    fieldOf({ id: 's1' }, { ...PAPER, upload: 'u2' }),
  ].map(({ id }) => id);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{1,12}$/);
  expect(new Set(ids).size).toBe(3);
  expect(fieldOf({ id: 's1' }).id).toBe(ids[1]);
});

const [SUGGESTED] = suggestedFields([suggestion()], PAPER);
const other = (given: Partial<Field>): Field => ({ ...SUGGESTED!.field, id: 'f1', ...given });
const offered = (fields: readonly Field[], dropped: readonly string[] = []) =>
  openSuggestions([SUGGESTED!], fields, dropped).length;

test('what was dropped or accepted is not offered again, wherever the field was moved to', () => {
  const { field } = SUGGESTED!;
  expect(offered([])).toBe(1);
  expect(offered([], [field.id])).toBe(0);
  expect(offered([{ ...field, y: 600 }])).toBe(0);
});

test('a place is taken by a field that covers more than a quarter of it, not by its neighbour', () => {
  expect(offered([other({ kind: 'signature', x: 80, y: 90, width: 180, height: 56 })])).toBe(0);
  expect(offered([other({ x: 190 })])).toBe(1);
  expect(offered([other({ y: 116 })])).toBe(1);
  expect(offered([other({ page: 1 })])).toBe(1);
});

test('a suggestion is not offered on a page that the document has not', () => {
  expect(suggestedFields([suggestion({ page: 1 })], PAPER)).toEqual([]);
});
