import { describe, expect, test } from 'vitest';
import { displayValue } from '../../shared/domain/fields/field-kinds.ts';
import { wrapText } from '../../shared/pdf/draw/wrap-text.ts';
import { layOutText } from '../../shared/pdf/fields/field-text.ts';
import { assertCovered, glyphCodes, normalizeText, textWidth } from '../../shared/pdf/font/font.ts';

const notCovered = (codePoint: string) =>
  expect.objectContaining({
    code: 'text_not_covered',
    detail: expect.objectContaining({ codePoint }),
  });

describe('the font', () => {
  test.each([
    'Zoë Müller-Łukasiewicz',
    'Ștefan Țîrlea',
    'Nguyễn Thị Ánh',
    'Əliyev',
    'Ζωή Παπαδοπούλου',
    'Ἀριστοτέλης',
    'Юлия Щёголева',
    'Ґалаґан Їжакевич',
    '€ 18.500,00 – «sì» № 7',
  ])('writes %s in both weights', (text) => {
    expect(() => assertCovered(text)).not.toThrow();
    expect(textWidth(text, 10, 'bold')).toBeGreaterThan(textWidth(text, 10) * 0.9);
    expect(glyphCodes(text).match(/.{4}/g)).not.toContain('0000');
  });

  test.each([
    ['東京', 'U+6771'],
    ['😀', 'U+1F600'],
    ['שלום', 'U+05E9'],
  ])('refuses %s and names the character', (text, codePoint) => {
    expect(() => assertCovered(text)).toThrow(notCovered(codePoint));
    expect(() => textWidth(text, 10)).toThrow(notCovered(codePoint));
  });

  test('takes a letter and its accent for the one letter that they are', () => {
    expect(normalizeText('Zoe\u0308')).toBe('Zoë');
    expect(glyphCodes('e\u0301')).toBe(glyphCodes('é'));
  });

  test('keeps every letter that stands for itself, alone and beside any other', () => {
    const points = Array.from({ length: 0x300 - 0xae }, (_, index) => 0xae + index);
    const letters = points.map((point) => String.fromCodePoint(point)).join('');
    expect(normalizeText(letters)).toBe(letters.normalize('NFC'));
    expect(normalizeText(`${letters}\u0308`)).toBe(`${letters}\u0308`.normalize('NFC'));
    expect(normalizeText('a\u00adb\tc\rd')).toBe('ab c\nd');
  });

  test('drops what nobody can see, such as marks that turn the reading direction', () => {
    expect(normalizeText('Ro\u202ess\u200bi\ufeff')).toBe('Rossi');
  });
});

describe('lines', () => {
  test('break at spaces and keep the breaks that were typed', () => {
    expect(wrapText('uno due tre\nquattro', 10, textWidth('uno due', 10) + 1)).toEqual([
      'uno due',
      'tre',
      'quattro',
    ]);
  });

  test('break inside a word that is wider than the line', () => {
    const lines = wrapText('a supercalifragilistico', 10, 40);
    expect(lines.join('')).toBe('asupercalifragilistico');
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(40);
  });
});

describe('a value in its box', () => {
  const sizes = (text: string, box: { width: number; height: number; multiline?: boolean }) =>
    layOutText(text, box).map((item) => (item.kind === 'text' ? item.size : 0));

  test('is written at 10 points where it fits', () => {
    expect(sizes('Milano', { width: 100, height: 18 })).toEqual([10]);
  });

  test('shrinks to fit, in one line', () => {
    const [size = 0] = sizes('Via della Moscova 18, Milano', { width: 100, height: 18 });
    expect(size).toBeLessThan(10);
    expect(size).toBeGreaterThanOrEqual(5);
  });

  test('is refused where 5 points are too large', () => {
    const text = 'Via della Moscova 18, 20121 Milano, presso Bianchi';
    expect(() => sizes(text, { width: 60, height: 18 })).toThrow(
      expect.objectContaining({ code: 'value_too_long' }),
    );
  });

  test('wraps where the field takes several lines, and stays inside it', () => {
    const box = { width: 100, height: 40, multiline: true };
    const items = layOutText('Via della Moscova 18, 20121 Milano, presso Bianchi', box);
    expect(items.length).toBeGreaterThan(1);
    for (const item of items) {
      expect(item).toMatchObject({ kind: 'text' });
      if (item.kind !== 'text') continue;
      expect(item.y).toBeGreaterThan(0);
      expect(item.y + item.size).toBeLessThanOrEqual(box.height + 1);
      expect(item.x + textWidth(item.text, item.size)).toBeLessThanOrEqual(box.width);
    }
  });
});

test.each([
  ['it', '24 nov 2026'],
  ['en', '24 Nov 2026'],
  ['de', '24.11.2026'],
  ['fr', '24 nov. 2026'],
  ['es', '24 nov 2026'],
])('a date in %s reads %s', (language, shown) => {
  expect(displayValue('date', '2026-11-24', language)).toBe(shown);
});

test('a text that looks like a date stays as it was typed', () => {
  expect(displayValue('text', '2026-11-24', 'it')).toBe('2026-11-24');
});
