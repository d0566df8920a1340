import { beforeAll, describe, expect, test } from 'vitest';
import { formFields } from '../../../shared/pdf/verify/find-signature.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { type SealedDocument, sealDocument } from '../sealed-document.ts';
import { type Forgery, numberAt, timestamped, update, viewOf, withEntries } from './forger.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const EVIL = '<< /Length 9 >>\nstream\nBT ET q Q\nendstream';

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

async function reasonsOf(file: Uint8Array) {
  const { reasons } = await verifyDocument(file, { roots: [company.authority.root] });
  return reasons;
}
const codesOf = async (file: Uint8Array) => (await reasonsOf(file)).map(({ code }) => code);
const closed = (file: Uint8Array) => timestamped(file, sealed, company, NOW);
const at = (...keys: readonly string[]) => numberAt(sealed.file, ...keys);
const page = () => at('Pages', 'Kids', '0');
const fresh = () => Number(/Size (\d+)/.exec(viewOf(sealed.file).trailer.toString())?.[1]);
const edited = (number: number, entries: string) => withEntries(sealed.file, number, entries);
const textOf = (file: Uint8Array) => Buffer.from(file).toString('latin1');
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('an update that has a trusted timestamp', () => {
  const cases: [string, () => Forgery['objects']][] = [
    ['takes pages away', () => ({ [at('Pages')]: edited(at('Pages'), '/Count 0 /Kids [] ') })],
    ['turns a page', () => ({ [page()]: edited(page(), '/Rotate 180 ') })],
    ['moves a page’s edges', () => ({ [page()]: edited(page(), '/CropBox [0 0 9 9] ') })],
    ['goes on with an action', () => ({ [page()]: edited(page(), '/AA << >> ') })],
    ['names another form', () => ({ [at()]: edited(at(), '/AcroForm << /Fields [] >> ') })],
    [
      'has a viewer redraw',
      () => ({ [at('AcroForm')]: edited(at('AcroForm'), '/NeedAppearances true ') }),
    ],
    ['names destinations', () => ({ [at()]: edited(at(), '/Names << /JavaScript << >> >> ') })],
    ['changes the version', () => ({ [at()]: edited(at(), '/Version /2.0 ') })],
    ['allows extensions', () => ({ [at()]: edited(at(), '/Extensions << >> ') })],
    ['attaches files', () => ({ [at()]: edited(at(), '/AF [] ') })],
    ['overwrites a signature', () => ({ [at('Perms', 'DocMDP')]: '<< /Type /Sig >>' })],
    ['overwrites an appearance', () => ({ [at('AcroForm', 'Fields', '0', 'AP', 'N')]: EVIL })],
    ['overwrites a page’s content', () => ({ [at('Pages', 'Kids', '0', 'Contents', '0')]: EVIL })],
    ['overwrites validation data', () => ({ [at('DSS', 'CRLs', '0')]: EVIL })],
    ['lays an unused object ready', () => ({ [fresh()]: EVIL })],
    [
      'hides an object behind validation data',
      () => ({
        [at('DSS')]: edited(at('DSS'), `/VRI << /X ${fresh()} 0 R >> `),
        [fresh()]: EVIL,
      }),
    ],
  ];

  test.each(cases)('and %s is an alteration', async (_, objects) => {
    const forged = await closed(update(sealed.file, { objects: objects() }));
    expect(await codesOf(forged)).toContain('change_not_allowed');
  });

  test.each(['5', '99999'])(
    'cannot have a wrong /Size, by which old objects pass for new: %s',
    async (size) => {
      const wrong = update(sealed.file, {
        objects: { [at('DSS')]: edited(at('DSS'), '/Type /DSS ') },
        trailer: (syntax) => syntax.replace(/\/Size \d+/, `/Size ${size}`),
      });
      expect(await codesOf(await closed(wrong))).toContain('change_not_allowed');
    },
  );

  test('cannot draw anything in the field of the timestamp', async () => {
    const spare = [...formFields(viewOf(sealed.file))].find(
      ([, it]) => it.name === 'timestamp2_',
    )![0];
    const drawn = edited(spare, `/AP << /N ${fresh()} 0 R >> `);
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream';
    const forged = update(sealed.file, { objects: { [spare]: drawn, [fresh()]: form } });
    expect(await codesOf(await closed(forged))).toContain('change_not_allowed');
  });

  test('cannot take the place of the validation data after the seal', async () => {
    const store = { [fresh()]: '<< /Type /DSS /Certs [] >>' };
    const seal = sealed.stages[3]!;
    const objects = { [at()]: withEntries(seal, at(), `/DSS ${fresh()} 0 R `), ...store };
    expect(await codesOf(await closed(update(seal, { objects })))).toContain('revocation_unknown');
    expect(await codesOf(await closed(seal))).toEqual(['incomplete']);
  });
});

describe('a table or trailer that readers take differently', () => {
  function broken(change: (text: string) => string) {
    const objects = { [at('DSS')]: edited(at('DSS'), '/Type /DSS ') };
    const text = textOf(update(sealed.file, { objects }));
    const start = sealed.file.length;
    const changed = change(text.slice(start));
    expect(changed).not.toBe(text.slice(start));
    return bytesOf(text.slice(0, start) + changed);
  }

  test.each<[string, (text: string) => string]>([
    ['two catalogs', (text) => text.replace('/Root', `/Root ${page()} 0 R\n/Root`)],
    [
      'two trailer dictionaries',
      (text) => text.replace('\nstartxref', '\n<< /Size 4 >>\nstartxref'),
    ],
    ['a comment in the trailer', (text) => text.replace('/Root', '% /Root 1 0 R\n/Root')],
    ['a reference to an older table inside the file', (text) => text.replace('/Prev', '/XRefStm')],
    ['encryption', (text) => text.replace('/Root', '/Encrypt << >>\n/Root')],
    ['no table before it', (text) => text.replace(/\/Prev \d+\n/, '')],
    ['itself before it', (text) => text.replace(/\/Prev \d+/, `/Prev ${sealed.file.length + 9}`)],
    ['a table before it elsewhere', (text) => text.replace(/\/Prev \d+/, '/Prev 15')],
    ['a free entry', (text) => text.replace('xref\n', 'xref\n0 1\n0000000000 65535 f \n')],
    ['an object listed twice', (text) => text.replace(/xref\n(\d+ 1\n.* n \n)/, 'xref\n$1$1')],
    ['another generation', (text) => text.replace(' 00000 n', ' 00001 n')],
    ['an object that lies elsewhere', (text) => text.replace(/\d{10} 00000/, '0000000015 00000')],
    ['a huge subsection', (text) => text.replace(/(xref\n\d+) 1\n/, '$1 9999999999\n')],
    ['another line ending', (text) => text.replace('n \n', 'n\r\n')],
    ['a start in another place', (text) => text.replace(/startxref\n\d+/, 'startxref\n17')],
    [
      'a start inside a signature',
      (text) => text.replace(/startxref\n\d+/, `startxref\n${hole()}`),
    ],
    ['two ends', (text) => text.replace('%%EOF\n', '%%EOF\n%%EOF\n')],
    ['a cross-reference stream', (text) => text.replace(/xref\n[\s\S]*trailer\n/, '9 0 obj\n')],
    ['bytes in front of an object', (text) => `%PDF-1.7\n${text}`],
  ])('is refused: %s', async (_, change) => {
    expect((await codesOf(broken(change)))[0]).toMatch(/^(structure|file_end|appended)$/);
  });

  test('no file may have so many revisions that reading it takes for ever', async () => {
    const empty = 'xref\ntrailer\n<< /Size 9 /Prev 9 >>\nstartxref\n';
    const many = Array.from({ length: 20_000 }, () => `${empty}15\n%%EOF\n`).join('');
    expect(await codesOf(Buffer.concat([sealed.file, bytesOf(many)]))).not.toContain('authentic');
  });
});

/** An offset within the first signature's hexadecimal digits. */
const hole = () => textOf(sealed.file).indexOf('/Contents <') + 100;

describe('a byte range or gap that is not exactly ours', () => {
  function last(text: string, pattern: RegExp, change: (found: string) => string) {
    const found = [...text.matchAll(new RegExp(pattern, 'g'))].at(-1)!;
    const changed = change(found[0]).padEnd(found[0].length).slice(0, found[0].length);
    expect(changed).not.toBe(found[0]);
    return text.slice(0, found.index) + changed + text.slice(found.index + changed.length);
  }
  const RANGE = /\/ByteRange \[ 0 .*? \]/;
  const numbers = (range: string) =>
    range.match(/\d+/g)!.map(Number) as [number, number, number, number];
  const range =
    (change: (numbers: [number, number, number, number]) => (number | string)[]) =>
    (found: string) =>
      `/ByteRange [ ${change(numbers(found)).join(' ')}`.padEnd(found.length - 2).concat(' ]');

  test.each<[string, RegExp, (found: string) => string]>([
    ['starts behind the header', RANGE, range(([, b, c, d]) => [9, b, c, d])],
    ['overlaps itself', RANGE, range(([a, b, c, d]) => [a, c + 10, b, d])],
    ['leaves a gap before the signature', RANGE, range(([a, b, c, d]) => [a, b - 40, c, d])],
    ['leaves a gap behind the signature', RANGE, range(([a, b, c, d]) => [a, b, c + 2, d - 2])],
    ['ends before the file', RANGE, range(([a, b, c, d]) => [a, b, c, d - 7])],
    ['ends behind the file', RANGE, range(([a, b, c, d]) => [a, b, c, d + 7])],
    ['has a negative length', RANGE, range(([a, b, c, d]) => [a, b, -c, d])],
    ['has a fifth number', RANGE, range(([a, b, c]) => [a, b, c, 1, 2])],
    ['has signs', RANGE, range(([a, b, c, d]) => [a, `+${b}`, c, d])],
    ['has spaces in its hexadecimal', /00000000>/, () => '0000 000>'],
    [
      'has capitals in its hexadecimal',
      /\/Contents <30[0-9a-f]+/,
      (found) => found.toUpperCase().replace('/CONTENTS', '/Contents'),
    ],
    ['ends its hexadecimal early', /00000000>/, () => '000000>  '],
    ['hides a comment in its gap', /00000000>/, () => '0000>%000'],
    ['fills its gap with something', /00000000>/, () => '0000beef>'],
    ['is a literal string', /\/Contents <30/, () => '/Contents (30'],
  ])('is refused: it %s', async (_, pattern, change) => {
    const codes = await codesOf(bytesOf(last(textOf(sealed.file), pattern, change)));
    expect(codes).not.toContain('authentic');
    expect(codes[0]).toMatch(/^(byte_range|structure|signature_wrong|timestamp_wrong)$/);
  });
});

describe('a file that was cut or wrapped', () => {
  test('never passes, wherever it is cut', async () => {
    for (let part = 1; part < 40; part++) {
      const cut = sealed.file.subarray(0, Math.floor((sealed.file.length * part) / 40));
      expect(await codesOf(cut), `${part}/40`).not.toContain('authentic');
    }
    expect(await codesOf(sealed.file.subarray(0, -1))).toEqual(['structure']);
  });

  test('is altered, not unknown, however much is appended', async () => {
    const junk = Buffer.concat([sealed.file, Buffer.alloc(5 << 20)]);
    expect(await codesOf(junk)).toEqual(['appended']);
  });

  test.each(['\n', '%!PS\n', '\uFEFF', '%PDF-1.4\n1 0 obj\n<< >>\nendobj\n'])(
    'never passes behind %j',
    async (junk) => {
      expect(await codesOf(Buffer.concat([Buffer.from(junk), sealed.file]))).not.toContain(
        'authentic',
      );
    },
  );
});

test('the revision that changed what it might not is named, with what it changed', async () => {
  const forged = await closed(
    update(sealed.file, { objects: { [page()]: edited(page(), '/Rotate 90 ') } }),
  );
  const { revisions } = await verifyDocument(forged, { roots: [company.authority.root] });
  const refused = revisions.filter(({ allowed }) => !allowed);
  expect(refused).toMatchObject([{ kind: 'data', changes: ['page 1: /Rotate'] }]);
});

test('every reason says to a layman what is wrong, and most say to an expert where', async () => {
  const forged = await closed(
    update(sealed.file, { objects: { [page()]: edited(page(), '/Rotate 90 ') } }),
  );
  const [reason] = await reasonsOf(forged);
  expect(reason?.sentence).toBe('Something was changed that nobody may change after signing.');
  expect(reason?.detail).toBe(`object ${page()} is none that may change`);
});
