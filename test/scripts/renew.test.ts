import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewFile } from '../../scripts/authority/renew-file.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { httpTimestamper } from '../../shared/pki/timestamp/timestamp.ts';
import { outsideAuthority } from '../fixtures/timestamp-authority.ts';
import { type SealedDocument, sealDocument } from '../pdf/sealed-document.ts';
import { createCompany, type TestCompany } from '../pki/company.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const LATER = new Date('2036-11-24T10:15:30Z');

let company: TestCompany;
let sealed: SealedDocument;
let outside: Awaited<ReturnType<typeof outsideAuthority>>;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
  outside = await outsideAuthority({ now: () => LATER });
});

afterAll(() => {
  for (const { server } of [outside, ...authorities]) server.close();
});

const trust = () => ({
  roots: [company.authority.root],
  timestampRoots: [outside.company.authority.root],
});

const clock = { time: LATER };
const authorities: (typeof outside)[] = [];

function renewed(file: Uint8Array, { url }: { url: string } = outside) {
  const timestampRoots = [outside, ...authorities].map(({ company: it }) => it.authority.root);
  const timestamp = httpTimestamper({
    urls: [url],
    roots: timestampRoots,
    timeoutMs: 2_000,
    random: systemRandom,
  });
  return renewFile(file, { ...trust(), timestampRoots, timestamp, now: clock.time });
}

test('whoever holds a closed file can renew its proof, ten years later, by appending alone', async () => {
  const file = await renewed(sealed.file);
  expect(Buffer.from(file.subarray(0, sealed.file.length)).equals(sealed.file)).toBe(true);
  const report = await verifyDocument(file, trust());
  expect(report.verdict).toBe('authentic');
  expect(report.signatures.at(-1)).toMatchObject({ kind: 'timestamp', at: LATER.toISOString() });
});

test('a renewed file is still the one on record', async () => {
  const { sha256 } = await verifyDocument(sealed.file, trust());
  const file = await renewed(sealed.file);
  const report = await verifyDocument(file, { ...trust(), expected: { sha256 } });
  expect(report.verdict).toBe('authentic');
  expect(report.closedSha256).toBe(sha256);
  expect(report.sha256).not.toBe(sha256);
});

test('the proof can be renewed again and again, also when earlier timestamps have run out', async () => {
  let file = sealed.file;
  for (const decade of [0, 1, 2, 3]) {
    clock.time = new Date(Date.UTC(2036 + decade * 10, 10, 24));
    const authority = await outsideAuthority({ now: () => clock.time });
    authorities.push(authority);
    const before = file;
    file = await renewed(before, authority);
    expect(Buffer.from(file.subarray(0, before.length)).equals(before)).toBe(true);
  }
  const timestampRoots = authorities.map(({ company: { authority } }) => authority.root);
  const report = await verifyDocument(file, { ...trust(), timestampRoots });
  expect(report.reasons.map(({ code }) => code)).toEqual(['authentic']);
  const fields = report.signatures.filter(({ kind }) => kind === 'timestamp');
  expect(fields.map(({ field, at }) => [field, at.slice(0, 4)])).toEqual([
    ['timestamp1_', '2026'],
    ['timestamp2_', '2036'],
    ['timestamp3_', '2046'],
    ['timestamp4_', '2056'],
    ['timestamp5_', '2066'],
  ]);
});

test('a file that is not authentic cannot be renewed', async () => {
  const changed = sealed.file.slice();
  changed[changed.length >> 1]! ^= 1;
  await expect(renewed(changed)).rejects.toThrow('the file is altered');
  await expect(renewed(sealed.stages[3]!)).rejects.toThrow('the file is altered');
});
