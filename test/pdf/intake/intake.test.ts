import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  checkDocument,
  type LaidField,
  prepareDocument,
} from '../../../shared/pdf/intake/intake.ts';
import { A4_PAGE, stream, writePdf } from '../../fixtures/write-pdf.ts';
import { CLIENT_SIGNATURE, DIRECTOR_SIGNATURE, layoutWith } from '../layout.ts';
import { readPages } from '../read-pdf.ts';

const contract = new Uint8Array(
  readFileSync(new URL('../../fixtures/contratto.pdf', import.meta.url)),
);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const prepared = async (bytes: Uint8Array, fields: readonly LaidField[] = []) =>
  (await prepareDocument(bytes, layoutWith(fields))).bytes;

describe('checking', () => {
  test('answers the digest of the bytes as they came, and the pages as displayed', async () => {
    const pages = [
      A4_PAGE,
      `${A4_PAGE} /Rotate 90`,
      `${A4_PAGE} /CropBox [100 100 300 500] /Rotate -90`,
      `${A4_PAGE} /UserUnit 2`,
    ];
    const bytes = writePdf({ pages });
    await expect(checkDocument(bytes)).resolves.toEqual({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      length: bytes.length,
      pages: [
        { width: 595, height: 842 },
        { width: 842, height: 595 },
        { width: 400, height: 200 },
        { width: 1190, height: 1684 },
      ],
      removed: [],
      suggested: { suggestions: [], wrongTags: [] },
    });
  });

  test('reads a document whose cross-reference points nowhere', async () => {
    const broken = latin1(writePdf()).replace(/startxref\n\d+/, 'startxref\n7');
    await expect(checkDocument(Buffer.from(broken, 'latin1'))).resolves.toMatchObject({
      pages: [{ width: 595 }],
    });
  });
});

describe('scripts and active actions', () => {
  const annotated = (action: string, catalog = '') =>
    writePdf({
      catalog,
      pages: [`${A4_PAGE} /Annots [100 0 R]`],
      objects: {
        100: `<< /Type /Annot /Subtype /Link /Rect [72 690 200 712] /Border [0 0 0] /A ${action} >>`,
      },
    });
  const uri = (address: string) => `<< /S /URI /URI (${address}) >>`;

  test.each([
    ['javascript', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['launch_action', '<< /S /Launch /F (calc.exe) >>'],
    ['submit_action', '<< /S /SubmitForm /F (http://a.example) >>'],
    ['remote_action', '<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>'],
    ['viewer_action', '<< /S /Named /N /Print >>'],
    ['unsafe_link', uri('file:///etc/passwd')],
    ['unsafe_link', uri('JavaScript:alert\\(1\\)')],
    ['javascript', '<< /S /GoTo /D [10 0 R /Fit] /Next << /S /JavaScript /JS (x) >> >>'],
    ['other_action', '<< /S /Rumpelstilzchen >>'],
  ])('%s is told and taken out, the annotation stays', async (code, action) => {
    const source = annotated(action);
    await expect(checkDocument(source)).resolves.toMatchObject({ removed: [code] });
    const bytes = await prepared(source);
    expect(latin1(bytes)).not.toMatch(/JavaScript|Launch|SubmitForm|GoToR|Print|passwd|Rumpel/);
    const [page] = await readPages(bytes);
    expect(page?.annotations.map(({ subtype }) => subtype)).toContain('Link');
  });

  test.each(['https://example.com/a', 'mailto:a@example.com', 'tel:+390212345'])(
    'a link to %s stays',
    async (address) => {
      const source = annotated(uri(address));
      await expect(checkDocument(source)).resolves.toMatchObject({ removed: [] });
      const [page] = await readPages(await prepared(source));
      expect(page?.annotations.find(({ subtype }) => subtype === 'Link')?.url).toContain(address);
    },
  );

  test('what runs when the document or a page opens is taken out', async () => {
    const source = annotated(
      uri('https://example.com'),
      '/OpenAction << /S /JavaScript /JS (x) >> /AA << /WC << /S /JavaScript /JS (x) >> >> /Names << /JavaScript << /Names [(a) 101 0 R] >> >>',
    );
    await expect(checkDocument(source)).resolves.toMatchObject({
      removed: ['additional_actions', 'javascript', 'open_action'],
    });
    expect(latin1(await prepared(source))).not.toContain('/JS');
  });

  test('a document may still open at a page', async () => {
    const source = writePdf({ catalog: '/OpenAction [10 0 R /Fit]' });
    await expect(checkDocument(source)).resolves.toMatchObject({ removed: [] });
    expect(latin1(await prepared(source))).toContain('/OpenAction');
  });
});

describe('forms', () => {
  const withField = (entries: string, form = '') =>
    writePdf({
      catalog: `/AcroForm << /Fields [100 0 R] ${form} >>`,
      pages: [`${A4_PAGE} /Annots [100 0 R]`],
      objects: {
        100: `<< /Type /Annot /Subtype /Widget /T (old) /Rect [72 600 272 620] ${entries} >>`,
        101: stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 3 0 R >> >>',
          'BT /F 12 Tf 2 5 Td (drawn before) Tj ET',
        ),
      },
    });

  test('what a field showed becomes part of the page', async () => {
    const source = withField('/FT /Tx /V (drawn before) /AP << /N 101 0 R >>');
    await expect(checkDocument(source)).resolves.toMatchObject({ removed: ['form_fields'] });
    const [page] = await readPages(await prepared(source));
    expect(page?.text).toContain('drawn before');
    expect(page?.annotations.map(({ fieldName }) => fieldName)).not.toContain('old');
  });

  test('a value without an appearance is drawn rather than lost', async () => {
    const [page] = await readPages(await prepared(withField('/FT /Tx /V (only a value)')));
    expect(page?.text).toContain('only a value');
  });

  test('a form that asks for new appearances gets them', async () => {
    const source = withField('/FT /Tx /V (newer) /AP << /N 101 0 R >>', '/NeedAppearances true');
    const [page] = await readPages(await prepared(source));
    expect(page?.text).toContain('newer');
    expect(page?.text).not.toContain('drawn before');
  });

  test('a hidden field stays unseen', async () => {
    const [page] = await readPages(
      await prepared(withField('/FT /Tx /F 2 /V (secret) /AP << /N 101 0 R >>')),
    );
    expect(page?.text).not.toMatch(/secret|drawn before/);
  });

  test('markup of other kinds stays an annotation', async () => {
    const source = writePdf({
      pages: [`${A4_PAGE} /Annots [100 0 R]`],
      objects: { 100: '<< /Type /Annot /Subtype /Square /Rect [9 9 90 90] /C [1 0 0] >>' },
    });
    const [page] = await readPages(await prepared(source));
    expect(page?.annotations.map(({ subtype }) => subtype)).toContain('Square');
  });
});

describe('revision 0', () => {
  test('the same input gives the same bytes', async () => {
    expect(await prepared(contract)).toEqual(await prepared(contract));
  });

  test('every page carries the envelope’s id and its number', async () => {
    const pages = await readPages(await prepared(contract));
    expect(pages).toHaveLength(4);
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain(`7ZK4Q-8M2T1-X9C3V-5B6N0-RDWGH-J · ${index + 1}/4`);
    }
  });

  test('what nothing refers to is left behind', async () => {
    const source = writePdf({ objects: { 100: '(nobody needs this)' } });
    expect(latin1(await prepared(source))).not.toContain('nobody needs this');
  });

  test('content that leaves graphics states open does not move what is added', async () => {
    const content = 'q 0.1 0 0 0.1 500 500 cm BT /F1 12 Tf (open) Tj';
    const pages = await readPages(await prepared(writePdf({ content })));
    expect(pages[0]?.text).toContain('7ZK4Q');
    const text = latin1(await prepared(writePdf({ content })));
    expect(text).toMatch(/\nET Q Q\n/);
  });

  test('the company’s own values are part of the page in any script of Europe', async () => {
    const own = { party: null, page: 0, x: 60, width: 200, height: 18 } as const;
    const bytes = await prepared(contract, [
      { ...own, id: 'latin', kind: 'text', y: 300, value: 'Łukasz Nguyễn' },
      { ...own, id: 'greek', kind: 'text', y: 320, value: 'Ζωή Παπαδοπούλου' },
      { ...own, id: 'cyrillic', kind: 'text', y: 340, value: 'Юлия Петрова' },
      { ...own, id: 'date', kind: 'date', y: 360, value: '2026-11-24' },
    ]);
    const [page] = await readPages(bytes);
    for (const value of ['Łukasz Nguyễn', 'Ζωή Παπαδοπούλου', 'Юлия Петрова', '24 nov 2026']) {
      expect(page?.text).toContain(value);
    }
  });

  test('of several signatures of a party the first is the signature field', async () => {
    const { plan } = await prepareDocument(
      contract,
      layoutWith([], {
        fields: [
          DIRECTOR_SIGNATURE,
          { ...CLIENT_SIGNATURE, id: 'later', page: 2 },
          { ...CLIENT_SIGNATURE, id: 'first', page: 1 },
        ],
      }),
    );
    expect(plan.fields.first).toMatchObject({ type: 'signature', locks: ['later'] });
    expect(plan.fields.later).toMatchObject({ type: 'icon' });
  });

  test('no field’s name begins another’s', async () => {
    const field = { ...CLIENT_SIGNATURE, kind: 'text' } as const;
    const { plan } = await prepareDocument(
      contract,
      layoutWith([
        { ...field, id: 'a1' },
        { ...field, id: 'a12' },
      ]),
    );
    const names = Object.values(plan.fields).map(({ name }) => name);
    for (const name of names) {
      expect(names.filter((other) => other.startsWith(name))).toEqual([name]);
    }
  });

  test('the plan of a common contract is a few kilobytes', async () => {
    const { plan } = await prepareDocument(contract, layoutWith());
    expect(JSON.stringify(plan).length).toBeLessThan(4_096);
  });
});

describe('a field lies where the sender saw it', () => {
  const displayed = { x: 40, y: 30, width: 120, height: 20 };

  test.each([
    ['upright', '', [140, 350, 260, 370]],
    ['a quarter turn', '/Rotate 90', [130, 240, 150, 360]],
    ['a half turn', '/Rotate 180', [340, 230, 460, 250]],
    ['three quarters', '/Rotate 270', [450, 240, 470, 360]],
    ['a unit of two points', '/UserUnit 2', [120, 375, 180, 385]],
  ])('%s', async (_, entries, rect) => {
    const source = writePdf({
      pages: [`${A4_PAGE} /CropBox [100 200 500 400] ${entries}`],
    });
    const signature = { ...DIRECTOR_SIGNATURE, x: 10, y: 60, width: 50, height: 20 };
    const layout = layoutWith([], {
      parties: [{ id: 'director' }],
      fields: [signature, { ...signature, id: 'field', kind: 'text', ...displayed }],
    });
    const { bytes, plan } = await prepareDocument(source, layout);
    const [page] = await readPages(bytes);
    const widget = page?.annotations.find(({ fieldName }) => fieldName === plan.fields.field?.name);
    expect(widget?.rect).toEqual(rect);
    expect(plan.fields.field).toMatchObject({ width: 120, height: 20 });
  });
});
