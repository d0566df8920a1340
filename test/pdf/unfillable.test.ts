import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { FIELD_KINDS, type Field, type FieldKind } from '../../shared/domain/fields/field.ts';
import { displayValue, FIELD_RULES } from '../../shared/domain/fields/field-kinds.ts';
import { layOutText, leastBoxOf } from '../../shared/pdf/fields/field-text.ts';
import { assertFillable, unfillable } from '../../shared/pdf/fields/unfillable.ts';

const field = (
  kind: FieldKind,
  width: number,
  height: number,
  more: Partial<Field> = {},
): Field => ({
  ...{ id: 'f1', party: 'p1', kind, label: 'Pagamento', required: true },
  ...{ page: 2, x: 10, y: 10, width, height },
  ...(kind === 'choice' && { options: ['Sì', 'No'] }),
  ...more,
});
const choice = (width: number, ...options: readonly string[]) =>
  field('choice', width, 22, { options });
const long = (character: string, length: number) => character.repeat(length);

describe('a field that nobody could fill is refused, naming it and what would do', () => {
  const named = { field: 'f1', label: 'Pagamento', page: 3 };
  test.each([
    [
      'two options of 73 to 75 letters',
      choice(140, long('a', 73), long('b', 75)),
      'option_too_long',
    ],
    [
      'an option for a narrow box',
      choice(40, 'Pagamento anticipato con bonifico bancario'),
      'option_too_long',
    ],
    ['a tick before an option', choice(140, '✓ Sì', '✗ No'), 'text_not_covered'],
    ['options in Chinese', choice(140, '同意', '不同意'), 'text_not_covered'],
    ['the same option twice', choice(140, 'Sì', 'No', 'Sì'), 'option_repeated'],
    ['options that look the same', choice(140, 'Sì', 'S\u00ad\u00ec', 'No'), 'option_repeated'],
    ['an option of nothing seen', choice(140, '\u200b', 'No'), 'option_repeated'],
    ['a date of 20 × 10', field('date', 20, 10), 'field_too_small'],
    ['a number of 6 × 6', field('number', 6, 6), 'field_too_small'],
    ['a text of 6 × 6', field('text', 6, 6), 'field_too_small'],
    ['several lines in 200 × 7', field('text', 200, 7, { multiline: true }), 'field_too_small'],
    ['a signature of 6 × 6', field('signature', 6, 6), 'field_too_small'],
    ['initials of 6 × 6', field('initials', 6, 6), 'field_too_small'],
    ['a stamp of 6 × 6', field('stamp', 6, 6), 'field_too_small'],
    ['a choice of 6 × 6', field('choice', 6, 6), 'field_too_small'],
  ] as const)('%s', (_, one, code) => {
    expect(unfillable(one, 'it')).toMatchObject({ code, detail: named });
    expect(() => assertFillable([field('text', 80, 20), one], 'it')).toThrow(
      expect.objectContaining({ name: 'Refusal', code, detail: expect.objectContaining(named) }),
    );
  });

  test.each(FIELD_KINDS)('%s of its usual size is not', (kind) => {
    expect(() => assertFillable([field(kind, 90, 22)], 'fr')).not.toThrow();
  });
});

describe('what is said to fit does', () => {
  test.each([
    choice(40, 'Pagamento anticipato con bonifico bancario'),
    field('date', 20, 5),
    field('text', 3, 3),
    field('text', 200, 7, { multiline: true }),
    field('signature', 6, 6),
  ])('%#', (one) => {
    const { width, height = one.height } = unfillable(one, 'es')!.detail as Record<string, number>;
    expect(unfillable({ ...one, width: width!, height }, 'es')).toBeUndefined();
  });

  test.each(LANGUAGES)('every day of a year is drawn in the least date of %s', (language) => {
    const { width } = unfillable(field('date', 1, 20), language)!.detail as { width: number };
    for (let day = 0; day < 366; day++) {
      const date = new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10);
      const written = displayValue('date', date, language);
      expect(() => layOutText(written, { width, height: 7 })).not.toThrow();
    }
    const widest = unfillable(field('date', width - 1, 20), language);
    expect(widest?.code).toBe('field_too_small');
  });
});

/** The shortest plausible value of each kind of field. */
const SHORTEST: Partial<Record<FieldKind, readonly string[]>> = {
  text: ['MM'],
  choice: ['MM'],
  number: ['99'],
  date: LANGUAGES.map((language) => displayValue('date', '2026-11-28', language)),
};

test.each(Object.entries(SHORTEST))(
  'the least box of %s is as the code that draws has it',
  (kind, shortest) => {
    const boxes = shortest.map((text) => leastBoxOf(text));
    expect(FIELD_RULES[kind as FieldKind].least).toEqual({
      width: Math.min(...boxes.map(({ width }) => width)),
      height: boxes[0]!.height,
    });
  },
);
