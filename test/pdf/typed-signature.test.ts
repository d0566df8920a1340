import { describe, expect, test } from 'vitest';
import { HANDS } from '../../shared/domain/fields/hand.ts';
import { canWrite, handsFor } from '../../shared/pdf/hands/hands-for.ts';
import { storedLetters } from '../../shared/pdf/hands/stored-letters.ts';
import { typedSignature } from '../../shared/pdf/hands/typed-signature.ts';

const box = { width: 200, height: 60 };

describe('a typed signature', () => {
  test.each(HANDS)('by %s is drawn as outlines that stay inside the box', (hand) => {
    const { items } = typedSignature('Zoë Müller', hand, box);
    expect(items.length).toBeGreaterThanOrEqual('ZoëMüller'.length);
    for (const item of items) {
      if (item.kind !== 'path') throw new Error('not an outline');
      const numbers = item.d.match(/-?\d+/g)?.map(Number) ?? [];
      for (const [index, value] of numbers.entries()) {
        const [origin, limit] = index % 2 === 0 ? [item.x, box.width] : [item.y, box.height];
        const at = origin + value * item.scale;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(limit);
      }
    }
  });

  test.each([
    ['Юлия Петрова', ['caveat', 'marck-script']],
    ['Ζωή Παπαδοπούλου', ['mynerve']],
    ['Zoë Müller', [...HANDS]],
    ['Nguyễn Thị Ánh', ['dancing-script', 'mynerve']],
  ])('%s can be written by %s', (name, hands) => {
    expect(handsFor(name)).toEqual(hands);
  });

  test.each(HANDS)('is offered in %s for just the letters that its file has', (hand) => {
    const letters = storedLetters(hand);
    for (let point = 0; point < 0x3000; point += 1) {
      const character = String.fromCodePoint(point);
      expect([point, canWrite(hand, character)]).toEqual([point, letters.has(character)]);
    }
  });

  test('by a hand that lacks the letters is written by one that has them all', () => {
    expect(typedSignature('Юлия', 'dancing-script', box)).toEqual(
      typedSignature('Юлия', 'caveat', box),
    );
  });

  test('of two scripts at once falls back to the document’s own font', () => {
    const { items } = typedSignature('Юлия Ζωή', 'caveat', box);
    expect(items).toMatchObject([{ kind: 'text', text: 'Юлия Ζωή' }]);
  });

  test('in letters that nobody can write is refused', () => {
    expect(() => typedSignature('東京', 'caveat', box)).toThrow(
      expect.objectContaining({ code: 'text_not_covered' }),
    );
  });

  test('of several hands differs', () => {
    const drawn = HANDS.map((hand) => JSON.stringify(typedSignature('Rossi', hand, box)));
    expect(new Set(drawn).size).toBe(HANDS.length);
  });
});
