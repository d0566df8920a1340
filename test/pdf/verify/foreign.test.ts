import { beforeAll, expect, test } from 'vitest';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createSignature } from '../../../shared/pki/cms/create-signature.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { plainDocument, sealDocument } from '../sealed-document.ts';
import { foreignDocument, type Sign } from './foreign-document.ts';

const NOW = new Date('2026-11-24T10:15:30Z');

let company: TestCompany;
beforeAll(async () => {
  company = await createCompany(NOW);
});

const bySeal: Sign = (digest) => createSignature(company.seal, digest, company.timestamp);
async function found(file: Uint8Array) {
  const report = await verifyDocument(file, { roots: [company.authority.root] });
  expect([report.verdict, report.reasons[0]?.code]).toEqual(['unknown', 'not_ours']);
  return report.foreignSignatures;
}

const ISSUER = 'Acme Costruzioni S.r.l. Signature Authority';

test('of another’s PDF it tells who signed and whether the signature is right', async () => {
  const file = await foreignDocument(bySeal);
  expect(await found(file)).toEqual([
    {
      signer: 'Acme Costruzioni S.r.l.',
      issuer: ISSUER,
      verdict: 'right',
      covers: file.length,
      whole: true,
    },
  ]);
});

test('a timestamp over the document is read too', async () => {
  const [stamp] = await found(await foreignDocument(company.timestamp));
  expect(stamp).toMatchObject({ signer: 'Acme Costruzioni S.r.l. Timestamps', verdict: 'right' });
  const other = await foreignDocument(async () => company.timestamp(new Uint8Array(32)));
  expect(await found(other)).toMatchObject([{ verdict: 'wrong' }]);
});

test('each of several is judged for what it covers', async () => {
  const first = await foreignDocument(bySeal);
  const both = await foreignDocument(bySeal, first);
  expect(await found(both)).toMatchObject([
    { verdict: 'right', covers: first.length, whole: false },
    { verdict: 'right', covers: both.length, whole: true },
  ]);
  both[first.length - 5]! ^= 1;
  expect(await found(both)).toMatchObject([{ verdict: 'wrong' }, { verdict: 'wrong' }]);
});

test('a signature that cannot be read is told, one outside the file is not', async () => {
  expect(await found(await foreignDocument(async () => Buffer.from('no CMS')))).toMatchObject([
    { verdict: 'unreadable' },
  ]);
  const outside = Buffer.from('%PDF-1.7\n<< /ByteRange [ 0 10 20 99999 ] >>\n%%EOF\n');
  expect(await found(outside)).toEqual([]);
  expect(await found(await plainDocument())).toEqual([]);
});

test('of a file with very many signatures the first twenty are told', async () => {
  const range = '<< /ByteRange [ 0 10 20 30 ] >>\n';
  const many = Buffer.from(`%PDF-1.7\n${range.repeat(1_000)}%%EOF\n`);
  expect(await found(many)).toHaveLength(20);
});

test('a file of ours has none of these', async () => {
  const { file } = await sealDocument(company, NOW);
  const { foreignSignatures } = await verifyDocument(file, { roots: [company.authority.root] });
  expect(foreignSignatures).toEqual([]);
});
