import jsQRModule from 'jsqr';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/domain/party.ts';
import { certificatePageCount, drawCertificate } from '../../shared/pdf/certificate.ts';
import type { Drawing, DrawingItem } from '../../shared/pdf/drawing.ts';
import { textWidth } from '../../shared/pdf/font.ts';
import { qrCode } from '../../shared/pdf/qr-code.ts';
import { sampleFacts } from './certificate-sample.ts';

const MM = 72 / 25.4;

const jsQR = jsQRModule as unknown as typeof import('jsqr').default;

type Text = Extract<DrawingItem, { kind: 'text' }>;
type Path = Extract<DrawingItem, { kind: 'path' }>;

const textsOf = (drawing: Drawing | undefined): Text[] =>
  (drawing?.items ?? []).filter((item): item is Text => item.kind === 'text');

const wordsOf = (drawings: readonly Drawing[]): string =>
  drawings.flatMap((drawing) => textsOf(drawing).map(({ text }) => text)).join('\n');

/** The code as a camera would see it: four pixels a module. */
const photograph = ({ d }: Path, modules: number) => {
  const side = modules * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left, top, right] of d.matchAll(/M(\d+) (\d+)L(\d+)/g)) {
    for (let y = side - Number(top) * 4; y < side - Number(top) * 4 + 4; y++)
      for (let x = Number(left) * 4; x < Number(right) * 4; x++)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  }
  return { pixels, side };
};

const qrOf = (drawing: Drawing | undefined): Path => {
  const paths = (drawing?.items ?? []).filter((item): item is Path => item.kind === 'path');
  const longest = paths.sort((left, right) => right.d.length - left.d.length)[0];
  if (!longest) throw new Error('no path');
  return longest;
};

describe('the certificate of authenticity', () => {
  test('has as many pages as intake reserved, for one to ten parties', async () => {
    for (let parties = 1; parties <= 10; parties++) {
      const drawings = drawCertificate(await sampleFacts({ language: 'en', parties }));
      expect(drawings).toHaveLength(certificatePageCount(parties));
    }
    expect([1, 2, 3, 8, 9].map(certificatePageCount)).toEqual([1, 1, 2, 2, 3]);
  });

  for (const language of LANGUAGES)
    test(`keeps every line inside its margins (${language})`, async () => {
      for (const drawing of drawCertificate(await sampleFacts({ language, parties: 10 })))
        for (const { text, x, y, size, weight } of textsOf(drawing)) {
          expect(x, text).toBeGreaterThanOrEqual(54);
          expect(x + textWidth(text, size, weight), text).toBeLessThanOrEqual(drawing.width - 53.9);
          expect(y, text).toBeGreaterThan(30);
          expect(y + size, text).toBeLessThan(drawing.height - 7);
        }
    });

  for (const language of LANGUAGES)
    test(`sets no line over another (${language})`, async () => {
      for (const drawing of drawCertificate(await sampleFacts({ language, parties: 8 }))) {
        const boxes = textsOf(drawing).map(({ text, x, y, size, weight }) => ({
          text,
          left: x,
          right: x + textWidth(text, size, weight),
          bottom: y,
          top: y + size * 0.7,
        }));
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.right <= other.left ||
              other.right <= one.left ||
              one.top <= other.bottom ||
              other.top <= one.bottom;
            expect(apart, `“${one.text}” and “${other.text}”`).toBe(true);
          }
      }
    });

  test('names each party whole, with masked channel, method, address and zone', async () => {
    const words = wordsOf(drawCertificate(await sampleFacts({ language: 'en', parties: 2 })));
    expect(words).toContain('Юлия Андреевна Петрова');
    expect(words.replaceAll('\n', ' ')).toContain(
      'Maximiliane Alexandra von Hohenstein-Weißenfels de la Fuente y Castro',
    );
    expect(words).toContain('Code by e-mail to y•••@acme-costruzioni.example');
    expect(words).toContain('Signature: image, with stamp');
    expect(words).toContain('IP address 203.0.113.7');
    expect(words).toContain('Code sent (3 times)');
    expect(words).toMatch(/24 Nov 2026, 10:14:30 CET/);
  });

  test('tells the time of the zone that the envelope names', async () => {
    const facts = await sampleFacts({ language: 'en', parties: 1 });
    const words = wordsOf(drawCertificate({ ...facts, timeZone: 'America/New_York' }));
    expect(words).toContain('24 Nov 2026, 04:14:30 GMT-5');
  });

  test('never claims more than an electronic signature with one-time code', async () => {
    for (const language of LANGUAGES) {
      const words = wordsOf(drawCertificate(await sampleFacts({ language, parties: 2 })));
      expect(words).not.toMatch(/advanced|qualified|avanzata|qualificata|fortgeschritten/i);
      expect(words).not.toMatch(/qualifiziert|avancée|qualifiée|avanzada|cualificada/i);
    }
  });

  test('leaves addresses out where the company wants it so', async () => {
    const facts = await sampleFacts({ language: 'en', parties: 2 });
    const parties = facts.parties.map(({ ipAddress: _, ...party }) => party);
    expect(wordsOf(drawCertificate({ ...facts, parties }))).not.toContain('IP address');
  });

  test('is refused where its font lacks a character', async () => {
    const facts = await sampleFacts({ language: 'en', parties: 1 });
    expect(() => drawCertificate({ ...facts, title: '契約書' })).toThrow(/text_not_covered|契/);
  });
});

describe('the QR code', () => {
  test('says the address with the claim, at least 25 mm wide', async () => {
    const facts = await sampleFacts({ language: 'it', parties: 2 });
    const path = qrOf(drawCertificate(facts)[0]);
    const modules = Math.round(118 / path.scale);
    const { pixels, side } = photograph(path, modules);
    expect(jsQR(pixels, side, side)?.data).toBe(facts.claimUrl);
    expect((modules - 8) * path.scale).toBeGreaterThan(25 * MM);
  });

  test('keeps a quiet zone of four modules', () => {
    const item = qrCode('https://example.com', { x: 0, y: 0, size: 100, color: [0, 0, 0] });
    if (item.kind !== 'path') throw new Error('not a path');
    const columns = [...item.d.matchAll(/M(\d+)/g)].map(([, left]) => Number(left));
    expect(Math.min(...columns)).toBe(4);
  });
});
