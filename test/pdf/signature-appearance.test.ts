import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { displayValue } from '../../shared/domain/fields/field-kinds.ts';
import type { Drawing, DrawingItem } from '../../shared/pdf/draw/drawing.ts';
import { signatureAppearance } from '../../shared/pdf/draw/signature-appearance.ts';
import { textWidth } from '../../shared/pdf/font/font.ts';

const MARK: Drawing = {
  width: 100,
  height: 50,
  items: [{ kind: 'rectangle', x: 0, y: 0, width: 100, height: 50 }],
};
const CAPTION = {
  name: 'Νίκος Παπαδόπουλος',
  at: '2026-07-01T22:30:00.000Z',
  language: 'it',
  timeZone: 'Europe/Rome',
} as const;

type Of<K> = Extract<DrawingItem, { readonly kind: K }>;
const rectangle = ({ items }: Drawing) =>
  items.find((item): item is Of<'rectangle'> => item.kind === 'rectangle')!;
const texts = ({ items }: Drawing) =>
  items.filter((item): item is Of<'text'> => item.kind === 'text');

describe('the appearance of a signature', () => {
  it('says who signed, how, and when in the company’s own time', () => {
    const said = texts(signatureAppearance(MARK, { width: 200, height: 60 }, CAPTION));
    expect(said.map(({ text }) => text)).toEqual([
      'Νίκος Παπαδόπουλος, firma elettronica con codice monouso',
      '2 lug 2026, 00:30:00 CEST',
    ]);
  });

  it.each(LANGUAGES)('dates the caption in "%s" as every date is printed', (language) => {
    const caption = { ...CAPTION, language };
    const said = texts(signatureAppearance(MARK, { width: 200, height: 60 }, caption));
    const day = displayValue('date', '2026-07-02', language);
    expect(said[1]!.text.startsWith(day)).toBe(true);
    expect(day).toContain('2026');
  });

  it.each([
    [200, 60],
    [60, 40],
    [400, 200],
  ])('keeps mark and caption inside a box of %i by %i, the mark undistorted', (width, height) => {
    const appearance = signatureAppearance(MARK, { width, height }, CAPTION);
    const mark = rectangle(appearance);
    expect(mark.width / mark.height).toBeCloseTo(2);
    expect(mark.x).toBeGreaterThanOrEqual(0);
    expect(mark.x + mark.width).toBeLessThanOrEqual(width);
    expect(mark.y + mark.height).toBeLessThanOrEqual(height);
    for (const { text, size, x, y } of texts(appearance)) {
      expect(x + textWidth(text, size)).toBeLessThanOrEqual(width);
      expect(y + size).toBeLessThanOrEqual(mark.y + 0.01);
    }
  });

  it('leaves a very low box to the mark', () => {
    const appearance = signatureAppearance(MARK, { width: 200, height: 20 }, CAPTION);
    expect(texts(appearance)).toEqual([]);
    expect(rectangle(appearance).height).toBe(16);
  });
});
