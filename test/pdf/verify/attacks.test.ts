import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { readCertificate } from '../../../shared/pki/certificate/read-certificate.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { type SealedDocument, sealDocument } from '../sealed-document.ts';
import { type Forgery, numberAt, timestamped, update, viewOf, withEntries } from './forger.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

async function verify(file: Uint8Array) {
  const { verdict, reasons } = await verifyDocument(file, { roots: [company.authority.root] });
  return { verdict, codes: reasons.map(({ code }) => code) };
}

/** The verifier's reasons for a file, as `code: detail`. */
async function refusalOf(file: Uint8Array) {
  const { reasons } = await verifyDocument(file, { roots: [company.authority.root] });
  return reasons.map(({ code, detail }) => `${code}: ${detail}`).join();
}

const forged = async (forgery: Forgery) =>
  verify(await timestamped(update(sealed.file, forgery), sealed, company, NOW));

const page = () => numberAt(sealed.file, 'Pages', 'Kids', '0');
const catalog = () => numberAt(sealed.file);
const fields = () => numberAt(sealed.file, 'AcroForm');
const edited = (number: number, entries: string) => ({
  objects: { [number]: withEntries(sealed.file, number, entries) },
});
const newNumber = () =>
  Number(
    String(
      viewOf(sealed.file)
        .trailer.toString()
        .match(/Size (\d+)/)?.[1],
    ),
  );

describe('an update that somebody appends and has timestamped by the same authority', () => {
  test('an honest renewal of the timestamp stays authentic', async () => {
    const renewed = await timestamped(sealed.file, sealed, company, NOW);
    expect((await verify(renewed)).verdict).toBe('authentic');
  });

  test('may not change what a page shows', async () => {
    const content = '<< /Length 9 >>\nstream\nBT ET q Q\nendstream';
    const number = newNumber();
    const changed = withEntries(sealed.file, page(), `/Contents ${number} 0 R `);
    const result = await forged({ objects: { [page()]: changed, [number]: content } });
    expect(result).toEqual({ verdict: 'altered', codes: ['change_not_allowed'] });
  });

  test('may not overlay a page with an annotation', async () => {
    expect((await forged(edited(page(), '/Annots [] '))).codes).toEqual(['change_not_allowed']);
  });

  test('may not exchange the pages, open an action, or unveil other layers', async () => {
    for (const entries of [
      `/Pages ${page()} 0 R `,
      '/OpenAction [] ',
      '/OCProperties << >> ',
      '/Perms << >> ',
    ])
      expect((await forged(edited(catalog(), entries))).codes).toEqual(['change_not_allowed']);
  });

  test('may not put another catalog in the place of the first', async () => {
    const number = newNumber();
    const objects = { [number]: withEntries(sealed.file, catalog(), '/Lang (en) ') };
    const trailer = (syntax: string) => syntax.replace(/\/Root \d+/, `/Root ${number}`);
    const result = await verify(
      await timestamped(update(sealed.file, { objects, trailer }), sealed, company, NOW),
    );
    expect(result.verdict).toBe('altered');
  });

  test('may not add a form field', async () => {
    expect((await forged(edited(fields(), '/Fields [] '))).codes).toEqual(['change_not_allowed']);
  });

  test('may not fill or redraw a field of a party', async () => {
    const field = numberAt(sealed.file, 'AcroForm', 'Fields', '0');
    for (const entries of ['/V (1.000.000 EUR) ', '/AP << /N 3 0 R >> ', '/Rect [0 0 9 9] '])
      expect((await forged(edited(field, entries))).codes).toEqual(['change_not_allowed']);
  });

  test('may not take away a signature', async () => {
    const field = numberAt(sealed.file, 'AcroForm', 'Fields', '1');
    expect((await forged(edited(field, '/V null '))).codes).toEqual(['change_not_allowed']);
  });

  test('may not exchange a font or any other object', async () => {
    const font = numberAt(sealed.file, 'AcroForm', 'DR', 'Font', 'Helv');
    expect((await forged(edited(font, '/BaseFont /Courier '))).codes).toEqual([
      'change_not_allowed',
    ]);
  });

  test('may not drop validation data', async () => {
    const store = numberAt(sealed.file, 'DSS');
    expect((await forged(edited(store, '/CRLs [] '))).codes).toContain('change_not_allowed');
  });
});

describe('a file built to mislead a reader', () => {
  test('an unsigned update at the end is seen', async () => {
    const appended = update(sealed.file, edited(page(), '/Annots [] '));
    expect((await verify(appended)).codes).toEqual(['appended', 'change_not_allowed']);
  });

  test('bytes that no object owns are seen', async () => {
    const stray = `${page()} 0 obj\n<< /Type /Page >>\nendobj\n`;
    const number = newNumber();
    const objects = { [number]: '<< >>' };
    const file = update(sealed.file, { objects, stray });
    expect(await refusalOf(file)).toMatch(/^appended: .* \(object \d+ is not as it was written\)$/);
  });

  test('a hybrid cross-reference is refused', async () => {
    const objects = { [newNumber()]: '<< >>' };
    const trailer = (syntax: string) => syntax.replace('/Prev', '/XRefStm 15 /Prev');
    const file = update(sealed.file, { objects, trailer });
    expect(await refusalOf(file)).toMatch(/^appended: .* \(the trailer has \/XRefStm\)$/);
  });

  test('a byte range that leaves out more than the signature is refused', async () => {
    const text = Buffer.from(sealed.file).toString('latin1');
    const [range, end] = /(?<=\/ByteRange \[ 0 \d+\s+)\d+/.exec(text) ?? [];
    expect(range, end).toBeDefined();
    const moved = text.replace(String(range), String(Number(range) + 2));
    expect((await verify(Buffer.from(moved, 'latin1'))).codes).toContain('byte_range');
  });

  test('signatures of two fields that change places are wrong', async () => {
    const text = Buffer.from(sealed.file).toString('latin1');
    const gaps = [...text.matchAll(/\/Contents <([0-9a-f]+)>/g)].map(([, gap]) => String(gap));
    const [first = '', second = ''] = gaps;
    const swapped = text
      .replace(first, 'the first gap')
      .replace(second, first.slice(0, second.length).padEnd(second.length, '0'))

      .replace('the first gap', second.slice(0, first.length).padEnd(first.length, '0'));
    const { verdict, codes } = await verify(Buffer.from(swapped, 'latin1'));
    expect(verdict).toBe('altered');
    expect(codes.filter((code) => code === 'signature_wrong')).toHaveLength(3);
  });
});

describe('a document sealed with keys that must not be believed', () => {
  test('a claim about another file is seen, though the seal itself is right', async () => {
    const { file } = await sealDocument(company, NOW, { claimedSha256: 'ab'.repeat(32) });
    expect(await verify(file)).toEqual({ verdict: 'altered', codes: ['claim_wrong'] });
  });

  test('a seal that was revoked before is not accepted', async () => {
    const { serialNumber } = readCertificate(company.authority.seal).tbsCertificate;
    const at = new Date(NOW.getTime() - 60_000);
    const revoked = [
      { serialNumber: new Uint8Array(serialNumber), at, reason: 'keyCompromise' as const },
    ];
    const { file } = await sealDocument(company, NOW, { revoked });
    expect(await verify(file)).toEqual({ verdict: 'altered', codes: ['certificate_revoked'] });
  });

  test('a seal that was revoked only later still holds', async () => {
    const { serialNumber } = readCertificate(company.authority.seal).tbsCertificate;
    const at = new Date(NOW.getTime() + DAY);
    const revoked = [
      { serialNumber: new Uint8Array(serialNumber), at, reason: 'superseded' as const },
    ];
    const { file } = await sealDocument(company, NOW, { revoked });
    expect((await verify(file)).verdict).toBe('authentic');
  });

  test('a one-time certificate does not outlive its day', async () => {
    const late = company.laterBy(2 * DAY);
    const { file } = await sealDocument(late, NOW);
    const { verdict, codes } = await verify(file);
    expect(verdict).toBe('altered');
    expect(codes).toEqual(['certificate_wrong', 'certificate_wrong']);
  });
});
