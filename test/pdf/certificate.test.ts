import { createCanvas } from '@napi-rs/canvas';
import jsQRModule from 'jsqr';
import {
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import {
  certificatePageCount,
  drawCertificate,
  printedCertificate,
} from '../../shared/pdf/certificate/certificate.ts';
import type { CertificateFacts } from '../../shared/pdf/certificate/facts.ts';
import { CERTIFICATE_TEXTS } from '../../shared/pdf/certificate/texts/texts-of.ts';
import type { Drawing, DrawingItem } from '../../shared/pdf/draw/drawing.ts';
import { drawingsHash } from '../../shared/pdf/draw/drawings-hash.ts';
import { qrCode } from '../../shared/pdf/draw/qr-code.ts';
import { textWidth } from '../../shared/pdf/font/font.ts';
import { EVENTFUL_PARTY, sampleFacts } from './certificate-sample.ts';
import { drawnPages } from './drawn-pages.ts';

const MM = 72 / 25.4;

const jsQR = jsQRModule as unknown as typeof import('jsqr').default;

type Text = Extract<DrawingItem, { readonly kind: 'text' }>;
type Path = Extract<DrawingItem, { readonly kind: 'path' }>;

const textsOf = (drawing: Drawing | undefined): Text[] =>
  (drawing?.items ?? []).filter((item): item is Text => item.kind === 'text');

const wordsOf = (drawings: readonly Drawing[]): string =>
  drawings.flatMap((drawing) => textsOf(drawing).map(({ text }) => text)).join('\n');

/** Blurs the image like an unfocused camera: each pixel is the mean of its neighbours. */
function blurred(pixels: Uint8ClampedArray, side: number, radius: number): Uint8ClampedArray {
  const result = new Uint8ClampedArray(pixels.length).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const around = neighbours(x, y, side, radius).map((at) => pixels[at * 4]!);
      const mean = around.reduce((sum, value) => sum + value, 0) / around.length;
      result.fill(mean, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return result;
}

function neighbours(x: number, y: number, side: number, radius: number): number[] {
  const found: number[] = [];
  for (let row = Math.max(0, y - radius); row <= Math.min(side - 1, y + radius); row++)
    for (let column = Math.max(0, x - radius); column <= Math.min(side - 1, x + radius); column++)
      found.push(row * side + column);
  return found;
}

function qrOf(drawing: Drawing | undefined): Path {
  const paths = (drawing?.items ?? []).filter((item): item is Path => item.kind === 'path');
  const longest = paths.sort((left, right) => right.d.length - left.d.length)[0];
  if (!longest) throw new Error('no path');
  return longest;
}

const fill = (text: string, length: number) => text.repeat(length).slice(0, length);

/** Texts of the maximum lengths of API and configuration, in wide letters. */
const crowded = (facts: CertificateFacts): CertificateFacts => ({
  ...facts,
  company: fill('WÄ', 64),
  title: fill('MÖM', 200),
  verifierUrl: `https://${fill('abcdefghijk-', 60)}.lambda-url.eu-central-1.on.aws`,
  parties: facts.parties.map((_, index) => ({
    ...EVENTFUL_PARTY,
    name: index % 2 ? `${fill('Maria de la Paz ', 119)}X` : fill('WWM', 120),
    channel: { kind: 'email', masked: `m•••@${fill('firma-', 60)}.example` },
  })),
});

const boxOf = ({ text, x, y, size, weight }: Text) => ({
  text,
  left: x,
  right: x + textWidth(text, size, weight),
  bottom: y,
  top: y + size * 0.7,
});
type Box = ReturnType<typeof boxOf>;

const apart = (one: Box, other: Box): boolean =>
  one.right <= other.left ||
  other.right <= one.left ||
  one.top <= other.bottom ||
  other.top <= one.bottom;

function expectInOrder(drawing: Drawing) {
  const boxes = textsOf(drawing).map(boxOf);
  for (const [index, one] of boxes.entries()) {
    expect(one.left, one.text).toBeGreaterThanOrEqual(54);
    expect(one.right, one.text).toBeLessThanOrEqual(drawing.width - 53.9);
    expect(one.bottom, one.text).toBeGreaterThan(30);
    expect(one.top, one.text).toBeLessThan(drawing.height - 7);
    for (const other of boxes.slice(index + 1))
      expect(apart(one, other), `“${one.text}” and “${other.text}”`).toBe(true);
  }
}

describe('the certificate of authenticity', () => {
  test('has as many pages as intake reserved, for one to ten parties', () => {
    for (let parties = 1; parties <= 10; parties++) {
      const drawings = drawCertificate(sampleFacts({ language: 'en', parties }));
      expect(drawings).toHaveLength(certificatePageCount(parties));
    }
    expect([1, 2, 3, 8, 9].map(certificatePageCount)).toEqual([1, 1, 2, 2, 3]);
  });

  describe.each(LANGUAGES)('in language %s', (language) => {
    test.each([
      ['as usual', (facts: CertificateFacts) => facts],
      ['with everything as long as it may be', crowded],
    ])('keeps every line inside its margins, none over another, %s', (_, change) => {
      for (const parties of [1, 2, 5, 8, 10])
        for (const drawing of drawCertificate(change(sampleFacts({ language, parties }))))
          expectInOrder(drawing);
    });
  });

  test('cuts no name, title, company or address, however long', () => {
    const facts = crowded(sampleFacts({ language: 'de', parties: 1 }));
    const words = wordsOf(drawCertificate(facts)).replaceAll('\n', '');
    expect(words).not.toContain('…');
    for (const text of [facts.title, facts.company, facts.verifierUrl, facts.parties[0]!.name])
      expect(words).toContain(text);
  });

  test('tells every kind of event of ten parties, with how often', () => {
    const facts = sampleFacts({ language: 'en', parties: 10 });
    const parties = facts.parties.map(() => EVENTFUL_PARTY);
    const words = wordsOf(drawCertificate({ ...facts, parties }));
    for (const label of Object.values(CERTIFICATE_TEXTS.en.moment))
      expect(words.match(new RegExp(`^${label}`, 'gm'))!.length).toBeGreaterThanOrEqual(10);
    expect(words.match(/^Reminded \(18 times\)$/gm)).toHaveLength(10);
    expect(words).toContain('if repeated, the last time');
  });

  test('says how much ledger and file its hashes stand for', () => {
    const words = wordsOf(drawCertificate(sampleFacts({ language: 'en', parties: 2 })));
    expect(words).toContain('The ledger has 22 entries up to the seal.');
    expect(words).toContain('this file’s first 482,113 bytes');
  });

  test('says on each page whom of all it shows', () => {
    const pages = drawCertificate(sampleFacts({ language: 'en', parties: 10 }));
    expect(pages.map((page) => wordsOf([page]).match(/SIGNATURES (.*)/)?.[1])).toEqual([
      '1–2 OF 10',
      '3–6 OF 10',
      '7–10 OF 10',
    ]);
  });

  test('names each party whole, with masked channel, method, address and zone', () => {
    const words = wordsOf(drawCertificate(sampleFacts({ language: 'en', parties: 2 })));
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

  test('tells the time of the zone that the envelope names', () => {
    const facts = sampleFacts({ language: 'en', parties: 1 });
    const words = wordsOf(drawCertificate({ ...facts, timeZone: 'America/New_York' }));
    expect(words).toContain('24 Nov 2026, 04:14:30 GMT-5');
  });

  test('never claims more than an electronic signature with one-time code', () => {
    for (const language of LANGUAGES) {
      const words = wordsOf(drawCertificate(sampleFacts({ language, parties: 2 })));
      expect(words).not.toMatch(/advanced|qualified|avanzata|qualificata|fortgeschritten/i);
      expect(words).not.toMatch(/qualifiziert|avancée|qualifiée|avanzada|cualificada/i);
    }
  });

  test('leaves addresses out where the company wants it so', () => {
    const facts = sampleFacts({ language: 'en', parties: 2 });
    const parties = facts.parties.map(({ ipAddress: _, ...party }) => party);
    expect(wordsOf(drawCertificate({ ...facts, parties }))).not.toContain('IP address');
  });

  test('names the channel alone where the company keeps contacts off', () => {
    const facts = sampleFacts({ language: 'en', parties: 1 });
    const parties = facts.parties.map((party) => ({
      ...party,
      channel: { kind: 'email' } as const,
    }));
    expect(wordsOf(drawCertificate({ ...facts, parties }))).toMatch(/^Code by e-mail$/m);
  });

  test.each(LANGUAGES)(
    'says nothing in %s before it is sealed that only the seal makes true',
    (language) => {
      const facts = sampleFacts({ language, parties: 10 });
      const parties = facts.parties.map(() => EVENTFUL_PARTY);
      const said = wordsOf(printedCertificate({ ...facts, parties }));
      const { moment, method, withStamp, nature, repeated } = CERTIFICATE_TEXTS[language];
      for (const words of [...Object.values(moment), ...Object.values(method), withStamp, repeated])
        expect(said).not.toMatch(new RegExp(`^${words}`, 'm'));
      expect(said).not.toContain(nature.slice(0, 20));
      expect(said).not.toContain('•••');
      for (const hash of [facts.preparedSha256, facts.beforeSealSha256, facts.ledgerHead])
        expect(said).not.toContain(hash);
      expect(printedCertificate(facts).flatMap(({ items }) => items)).not.toContainEqual(
        expect.objectContaining({ kind: 'path' }),
      );
    },
  );

  test('fills in over what was printed alone, and covers whatever else was', () => {
    const facts = sampleFacts({ language: 'de', parties: 4 });
    const renamed = { ...facts, company: 'Acme Bau GmbH' };
    const printed = drawingsHash(printedCertificate(facts));
    const filled = drawCertificate(facts, printed);
    expect(wordsOf(filled)).not.toContain('Echtheitszertifikat');
    expect(wordsOf(filled)).toContain('Code bestätigt');
    for (const page of drawCertificate(renamed, printed)) {
      expect(page.items[0]).toMatchObject({
        kind: 'rectangle',
        width: page.width,
        fill: [1, 1, 1],
      });
      expect(wordsOf([page])).toContain('Acme Bau GmbH');
    }
    expect(drawCertificate(renamed, printed)).toEqual(drawCertificate(renamed));
  });

  test('leaves no single word alone on the last line of a title or a name', () => {
    const facts = sampleFacts({ language: 'it', parties: 2 });
    const words = wordsOf(printedCertificate(facts));
    expect(words).toContain('Contratto di appalto per la ristrutturazione\ndell’immobile');
    expect(words).toContain('de la\nFuente y Castro');
  });

  test('is refused where its font lacks a character', () => {
    const facts = sampleFacts({ language: 'en', parties: 1 });
    expect(() => drawCertificate({ ...facts, title: '契約書' })).toThrow(/text_not_covered|契/);
  });
});

describe('the QR code', () => {
  const longest = `https://${fill('abcdefghijk.', 240)}example`;

  test.each([
    ['an ordinary address', 'https://verify.example.com'],
    ['the longest address', longest],
  ])('has modules of at least 0.4 mm and is wider than 25 mm, with %s', (_, verifier) => {
    const facts = sampleFacts({ language: 'it', parties: 2 });
    const claimed = facts.claimUrl.replace(/^.*(?=\/v\/)/, verifier);
    const path = qrOf(drawCertificate({ ...facts, claimUrl: claimed })[0]);
    const modules = Math.round(118 / path.scale);
    expect(path.scale).toBeGreaterThan(0.4 * MM);
    expect((modules - 8) * path.scale).toBeGreaterThan(25 * MM);
  });

  test('keeps a quiet zone of four modules', () => {
    const item = qrCode('https://example.com', { x: 0, y: 0, size: 100, color: [0, 0, 0] });
    if (item.kind !== 'path') throw new Error('not a path');
    const columns = [...item.d.matchAll(/M(\d+)/g)].map(([, left]) => Number(left));
    expect(Math.min(...columns)).toBe(4);
  });
});

describe('the certificate on paper', () => {
  let page: PDFPageProxy;
  let task: PDFDocumentLoadingTask;
  let url: string;
  beforeAll(async () => {
    const facts = sampleFacts({ language: 'it', parties: 2 });
    url = facts.claimUrl;
    task = getDocument({ data: await drawnPages(drawCertificate(facts)), verbosity: 0 });
    page = await (await task.promise).getPage(1);
  });
  afterAll(() => task.destroy());

  /** The printed QR code with its quiet zone, at the given resolution (dpi). */
  async function scanned(dpi: number) {
    const scale = dpi / 72;
    const side = Math.round(118 * scale);
    const viewport = page.getViewport({ scale, offsetX: -66 * scale, offsetY: -612 * scale });
    const canvas = createCanvas(side, side);
    const context = canvas.getContext('2d');
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport })
      .promise;
    return { side, pixels: context.getImageData(0, 0, side, side).data };
  }

  test.each([
    ['150 dpi, out of focus', 150, 1],
    ['200 dpi, out of focus', 200, 2],
    ['300 dpi, badly out of focus', 300, 3],
    ['25 mm at 300 dpi, out of focus', 300 * (25 / 41.6), 1],
    ['25 mm and seven pixels a millimetre, out of focus', 7 * 25.4 * (25 / 41.6), 1],
  ])('shows a QR code that reads at %s', async (_, dpi, radius) => {
    const { side, pixels } = await scanned(dpi);
    expect(jsQR(blurred(pixels, side, radius), side, side)?.data).toBe(url);
  });

  test('gives its text in reading order', async () => {
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('\n');
    const printed = [
      'Certificato di autenticità',
      'Юлия Андреевна Петрова',
      'Per l’azienda',
      'Controparte',
      '0b7e'.repeat(16),
      'COME VERIFICARE',
      'Pagina 1 di 1',
    ];
    const filled = ['y•••@acme', 'Invito inviato', 'Firma apposta', '3f9a'.repeat(16)];
    const order = [...printed, ...filled].map((words) => text.indexOf(words));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
  });
});
