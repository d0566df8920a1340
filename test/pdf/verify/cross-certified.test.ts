import { beforeAll, expect, test } from 'vitest';
import { systemRandom } from '../../../shared/aws/machine/system-random.ts';
import type { Change } from '../../../shared/pdf/revision/change.ts';
import { renewalPlan } from '../../../shared/pdf/revision/renewal-plan.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { sortedDer } from '../../../shared/pki/asn1/der.ts';
import { DerSet } from '../../../shared/pki/cms/cms-schema.ts';
import { ownTimestamper } from '../../../shared/pki/timestamp/timestamp.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { crossCertified } from '../../pki/cross-certified.ts';
import { Pen, type SealedDocument, sealDocument } from '../sealed-document.ts';
import { reformed, withLastToken } from './last-token.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const NOTHING = { revocationLists: [], ocspResponses: [] };

let company: TestCompany;
let sealed: SealedDocument;
let outside: Awaited<ReturnType<typeof crossCertified>>;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
  outside = await crossCertified(NOW);
});

async function verdictOf(file: Uint8Array, ...timestampRoots: readonly Uint8Array[]) {
  const roots = [company.authority.root];
  return (await verifyDocument(file, { roots, timestampRoots })).verdict;
}

/** The document renewed by an authority, with its certificate path. */
async function renewed(before: Uint8Array, ...chain: readonly Uint8Array[]) {
  const identity = outside.identity(...chain);
  const timestamp = ownTimestamper({ ...identity, now: () => NOW, random: systemRandom });
  const services = { timestamp, now: NOW };
  async function append(bytes: Uint8Array, change: Change) {
    const pen = new Pen(bytes, await renewalPlan(bytes), services);
    await pen.append(change);
    return pen.file;
  }
  const certificates = [outside.leaf, ...chain];
  const validated = await append(before, { validationData: { ...NOTHING, certificates } });
  return append(validated, { timestamp: true });
}

const oldPath = () => renewed(sealed.file, outside.cross, outside.old);

test('a timestamp that leads to an old root stays authentic when a younger one is trusted too', async () => {
  const { young, old } = outside;
  const file = await oldPath();
  expect(await verdictOf(file, old)).toBe('authentic');
  expect(await verdictOf(file, young, old)).toBe('authentic');
  expect(await verdictOf(file, old, young)).toBe('authentic');
  expect(await verdictOf(file, young)).toBe('unknown');
});

test('two timestamps that lead to two roots by one authority stay authentic', async () => {
  const { young, old } = outside;
  const file = await renewed(await oldPath(), young);
  expect(await verdictOf(file, young, old)).toBe('authentic');
  expect(await verdictOf(file, old, young)).toBe('authentic');
});

test('the path in the last timestamp cannot be exchanged for another', async () => {
  const { leaf, young, cross, old } = outside;
  const withPath = (file: Uint8Array, ...path: readonly Uint8Array[]) =>
    withLastToken(
      file,
      reformed((signedData) => {
        signedData.certificates = new DerSet(sortedDer(path));
      }),
    );
  const first = await oldPath();
  expect(await verdictOf(await withPath(first, leaf, young), young, old)).not.toBe('authentic');
  const file = await renewed(first, young);
  const other = await withPath(file, leaf, cross, old);
  expect(await verdictOf(other, young, old)).not.toBe('authentic');
  expect(await verdictOf(other, old, young)).not.toBe('authentic');
});
