import { beforeAll, describe, expect, test } from 'vitest';
import { formFields } from '../../../shared/pdf/verify/find-signature.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { plainDocument, type SealedDocument, sealDocument } from '../sealed-document.ts';
import { type Forgery, numberAt, timestamped, update, viewOf, withEntries } from './forger.ts';

/**
 * The published classes of attacks, one by one: pdf-insecurity.org (2019: signature forgery, incremental saving,
 * signature wrapping; 2021: shadow attacks, attacks on certification).
 */

const NOW = new Date('2026-11-24T10:15:30Z');
const EVIL = '<< /Length 9 >>\nstream\nBT ET q Q\nendstream';
const FORM = '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream';

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

async function verdictOf(file: Uint8Array) {
  const { verdict } = await verifyDocument(file, { roots: [company.authority.root] });
  return verdict;
}
const at = (...keys: readonly string[]) => numberAt(sealed.file, ...keys);
const edited = (number: number, entries: string) => withEntries(sealed.file, number, entries);
const fresh = () => Number(/Size (\d+)/.exec(viewOf(sealed.file).trailer.toString())?.[1]);
const textOf = (file: Uint8Array) => Buffer.from(file).toString('latin1');
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const closed = (file: Uint8Array) => timestamped(file, sealed, company, NOW);
const page = () => at('Pages', 'Kids', '0');

/** With a valid timestamp at the end, and without. */
async function expectAltered(objects: Forgery['objects']) {
  const file = update(sealed.file, { objects });
  expect(await verdictOf(file)).toBe('altered');
  expect(await verdictOf(await closed(file))).toBe('altered');
}

describe('universal signature forgery (2019)', () => {
  const CONTENTS = /\/Contents <[0-9a-f]+>/;
  const RANGE = /\/ByteRange \[[ \d]*\]/;
  const variants: [string, RegExp, string][] = [
    ['no contents', CONTENTS, ''],
    ['contents without a value', CONTENTS, '/Contents'],
    ['null contents', CONTENTS, '/Contents null'],
    ['empty contents', CONTENTS, '/Contents <>'],
    ['contents of one zero', CONTENTS, '/Contents <00>'],
    ['an odd number of digits', CONTENTS, '/Contents <300>'],
    ['no byte range', RANGE, ''],
    ['a byte range without a value', RANGE, '/ByteRange'],
    ['a null byte range', RANGE, '/ByteRange null'],
    ['an empty byte range', RANGE, '/ByteRange [ ]'],
    ['a byte range of zeros', RANGE, '/ByteRange [ 0 0 0 0 ]'],
    ['a negative byte range', RANGE, '/ByteRange [ 0 -1 -1 -1 ]'],
    ['a byte range of fractions', RANGE, '/ByteRange [ 0.0 1.0 2.0 3.0 ]'],
    ['a byte range beyond all numbers', RANGE, `/ByteRange [ 0 ${'9'.repeat(30)} 1 1 ]`],
    ['a byte range by reference', RANGE, '/ByteRange 1 0 R'],
  ];

  test.each(variants)('%s, in any of the signatures', async (_, pattern, put) => {
    const found = [...textOf(sealed.file).matchAll(new RegExp(pattern, 'g'))];
    expect(found).toHaveLength(4);
    for (const { 0: old, index } of found) {
      const text = textOf(sealed.file);
      const cut = text.slice(0, index) + put + text.slice(index + old.length);
      expect(await verdictOf(bytesOf(cut))).toBe('altered');
      const kept = put.padEnd(old.length);
      if (kept.length === old.length)
        expect(
          await verdictOf(bytesOf(text.slice(0, index) + kept + text.slice(index + old.length))),
        ).toBe('altered');
    }
  });
});

describe('incremental saving (2019)', () => {
  const body = () => `\n${page()} 0 obj\n${edited(page(), '/Contents null ')}\nendobj\n`;
  function signature() {
    const text = textOf(sealed.file);
    const start = text.lastIndexOf(' 0 obj', text.lastIndexOf('/ByteRange'));
    return text.slice(text.lastIndexOf('\n', start) + 1, text.lastIndexOf('xref\n') - 5);
  }

  test.each<[string, () => string]>([
    ['a body alone', () => body()],
    ['a body and a copied signature', () => body() + signature()],
    ['a body and a trailer', () => `${body()}trailer\n<< /Root ${at()} 0 R >>\n`],
    [
      'a body, a copied signature and a trailer',
      () => `${body()}${signature()}trailer\n<< /Root ${at()} 0 R >>\n%%EOF\n`,
    ],
    ['a body, and the end of the file again', () => body() + textOf(sealed.file).slice(-40)],
  ])('%s', async (_, tail) => {
    expect(await verdictOf(Buffer.concat([sealed.file, bytesOf(tail())]))).toBe('altered');
  });
});

describe('signature wrapping (2019)', () => {
  test('what follows a signature is moved, and something put between', async () => {
    const text = textOf(sealed.file);
    for (const range of text.matchAll(/\/ByteRange \[ 0 (\d+) +(\d+) +(\d+) +\]/g)) {
      const [start, end, rest] = range.slice(1).map(Number) as [number, number, number];
      const put = `\n${page()} 0 obj\n<< /Type /Page >>\nendobj\n`;
      const moved = range[0]
        .replace(String(end), String(end + put.length))
        .slice(0, range[0].length);
      const before =
        text.slice(0, range.index) + moved + text.slice(range.index + moved.length, end);
      const wrapped = before + put + text.slice(end);
      expect(await verdictOf(bytesOf(wrapped)), `${start} ${rest}`).toBe('altered');
    }
  });

  test('a signature is copied, with its old byte range, into a later revision', async () => {
    const [number] = [...formFields(viewOf(sealed.file)).keys()].filter((each) =>
      /\/V \d+ 0 R/.test(String(viewOf(sealed.file).object(each))),
    );
    const old = Number(/\/V (\d+) 0 R/.exec(String(viewOf(sealed.file).object(number!)))?.[1]);
    const copy = String(viewOf(sealed.file).object(old));
    await expectAltered({ [number!]: edited(number!, `/V ${fresh()} 0 R `), [fresh()]: copy });
  });
});

describe('shadow attacks (2021)', () => {
  test('hide: an overlay is taken away after signing', async () => {
    const content = at('Pages', 'Kids', '0', 'Contents', '0');
    await expectAltered({ [content]: EVIL });
    await expectAltered({ [page()]: edited(page(), '/Contents [] ') });
    await expectAltered({ [page()]: edited(page(), '/Resources << >> ') });
  });

  test('replace: a field shows another value, or a font other letters', async () => {
    const text = [...formFields(viewOf(sealed.file))].find(([, it]) => it.type === 'Tx')![0];
    await expectAltered({ [text]: edited(text, '/V (1.000.000 EUR) ') });
    await expectAltered({ [text]: edited(text, `/AP << /N ${fresh()} 0 R >> `), [fresh()]: FORM });
    const font = at('AcroForm', 'DR', 'Font', 'Helv');
    await expectAltered({ [font]: edited(font, '/Encoding << /Differences [ 48 /nine ] >> ') });
  });

  test('hide and replace: a second document lies in the first one, and a table turns to it', async () => {
    const hidden = `${fresh()} 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n`;
    const file = bytesOf(`${textOf(sealed.file)}`);
    const store = { [at('DSS')]: edited(at('DSS'), '/Type /DSS ') };
    const trailer = (syntax: string) => syntax.replace(/\/Root \d+/, `/Root ${fresh()}`);
    const turned = update(file, { objects: store, trailer, stray: hidden });
    expect(await verdictOf(turned)).toBe('altered');
    const other = await sealDocument(company, NOW, { source: await plainDocument('Vendita') });
    const joined = Buffer.concat([other.stages[0]!, sealed.file]);
    expect(await verdictOf(joined)).toBe('altered');
  });
});

describe('attacks on certification (2021)', () => {
  const annotation = (subtype: string) =>
    `<< /Type /Annot /Subtype /${subtype} /Rect [0 0 99 99] /F 4 /AP << /N ${fresh() + 1} 0 R >> >>`;

  test.each(['FreeText', 'Redact', 'Stamp', 'Highlight', 'Square', 'Link', 'Widget'])(
    'evil annotation: %s',
    async (subtype) => {
      await expectAltered({
        [page()]: edited(page(), `/Annots [ ${fresh()} 0 R ] `),
        [fresh()]: annotation(subtype),
        [fresh() + 1]: FORM,
      });
    },
  );

  test.each(['seal_', 'timestamp9_', 's9_', 's1_'])(
    'sneaky signature: a visible field “%s” is added and signed',
    async (name) => {
      const fields = [...formFields(viewOf(sealed.file)).keys()].map((each) => `${each} 0 R`);
      const form = at('AcroForm');
      await expectAltered({
        [form]: edited(form, `/Fields [ ${fields.join(' ')} ${fresh()} 0 R ] `),
        [fresh()]:
          `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /Rect [0 0 99 99] /F 132 ` +
          `/P ${page()} 0 R /V ${fresh() + 2} 0 R /AP << /N ${fresh() + 1} 0 R >> >>`,
        [fresh() + 1]: FORM,
        [fresh() + 2]: '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached >>',
      });
    },
  );

  test('the certification is widened, taken away, or another signature’s', async () => {
    const certifying = at('Perms', 'DocMDP');
    await expectAltered({ [certifying]: edited(certifying, '/Reference [] ') });
    await expectAltered({ [at()]: edited(at(), '/Perms null ') });
    await expectAltered({
      [at()]: edited(at(), `/Perms << /DocMDP ${fresh()} 0 R >> `),
      [fresh()]: FORM,
    });
    await expectAltered({ [at()]: edited(at(), `/Perms << /UR3 ${certifying} 0 R >> `) });
  });
});
