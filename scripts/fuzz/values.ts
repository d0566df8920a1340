import fc from 'fast-check';
import { resolved, type Schema } from './description.ts';
import { FIELD_IDS } from './paper.ts';

type Json = fc.Arbitrary<unknown>;

/** Strings that people and programs send by mistake or as an attack. */
const TEXTS = [
  '',
  ' ',
  '.',
  'constructor',
  '__proto__',
  '\u200b',
  '\u3164',
  'Rossi\u202e',
  'a\ud800',
  '\u0000',
  'A\r\nB: c',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../etc/passwd',
  '=1+1',
  `a${'\u0301'.repeat(40)}`,
  'x'.repeat(5_000),
  '👩‍👩‍👧‍👦',
  'محمد',
  '1e400',
  '4e28ac5d'.repeat(8),
] as const;

/** Placeholders that the scene replaces, see `known` there. */
const KNOWN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\{64\}/, ['§document', '§terms']],
  [/\{22\}/, ['§upload']],
  [/a-z0-9/, ['director', 'client', 'f3']],
  [/\\\+\[1-9\]/, ['+393331234567']],
];

export const hostileText = fc.constantFrom(...TEXTS);

const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

export const hostile: Json = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, [], {}, [[]]),
  fc.constantFrom<unknown>(
    deep(50),
    deep(2_000),
    Array.from({ length: 700 }, () => ({})),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** A value that conforms to the schema. */
export function valid(schema: Schema): Json {
  const { type, enum: words, const: word, anyOf, oneOf } = schema;
  if (schema.$ref) return valid(resolved(schema));
  if (word !== undefined) return fc.constant(word);
  if (words) return fc.constantFrom(...words);
  if (anyOf ?? oneOf) return fc.oneof(...(anyOf ?? oneOf ?? []).map(valid));
  if (type === 'object') return object(schema);
  if (type === 'array') return array(schema);
  if (type === 'string') return text(schema);
  if (type === 'boolean') return fc.boolean();
  return type === 'integer' || type === 'number' ? number(schema) : fc.constant(null);
}

const key = fc.oneof(fc.stringMatching(/^[a-z0-9]{1,4}$/), fc.constantFrom(...FIELD_IDS, 'own'));

function object({ properties = {}, required = [], additionalProperties }: Schema): Json {
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(schema)]),
  );
  const own = fc.record(known, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object') return own;
  const more = fc.dictionary(key, valid(additionalProperties), { maxKeys: 3 });
  return fc.tuple(own, more).map(([a, b]) => ({ ...a, ...b }));
}

const array = ({ items = {}, minItems = 0, maxItems = 3 }: Schema): Json =>
  fc.array(valid(items), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 3)),
  });

function text({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Json {
  if (format === 'email') return fc.constantFrom('a@example.com', 'maria.rossi@example.com');
  if (format === 'date') return fc.constantFrom('2026-02-28', '§soon', '§soon');
  if (pattern) return patterned(pattern);
  const any = fc.string({ unit: 'grapheme-ascii', minLength, maxLength: Math.min(maxLength, 40) });
  return fc.oneof(
    { arbitrary: any, weight: 4 },
    fc.constantFrom('Luca Verdi', '12,5', '§version', '§link'),
  );
}

/** A value of this format from the scene (random values would never match one), or any valid value. */
function patterned(pattern: string): Json {
  const any = fc.stringMatching(new RegExp(pattern.replace(/\(\?![^)]*\)/, '')));
  const known = KNOWN.find(([fits]) => fits.test(pattern))?.[1];
  if (!known) return any;
  return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 3 }, any);
}

function number({ type, minimum = 0, maximum = 1_000 }: Schema): Json {
  const [min, max] = [Math.max(minimum, -1e6), Math.min(maximum, 1e6)];
  const between = (most: number) =>
    type === 'integer'
      ? fc.integer({ min, max: most })
      : fc.double({ min, max: most, noNaN: true });
  // Schemas allow far more pages and larger positions than a document has, so small numbers are drawn more
  // often.
  return fc.oneof(fc.constant(min), between(Math.min(min + 100, max)), between(max));
}

/** A value with one change: something removed, added, or replaced by an invalid value. */
export const nearlyValid = (schema: Schema): Json =>
  fc
    .tuple(valid(schema), fc.nat(), hostile, fc.constantFrom('replace', 'leave out', 'add'))
    .map(([value, place, other, change]) => changed(value, place, other, change));

const NAMES = ['admin', '__proto__', 'constructor', 'toString', 'id', '', '\u202e'];

function changed(value: unknown, place: number, other: unknown, change: string): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[place % Math.max(1, keys.length)];
  const deeper = key !== undefined && place % 3 > 0 && change === 'replace';
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== key || change === 'add') return [[name, item]];
    if (change === 'leave out') return [];
    return [[name, deeper ? changed(item, Math.floor(place / 3), other, change) : other]];
  });
  if (change === 'add') entries.push([NAMES[place % NAMES.length]!, other]);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
