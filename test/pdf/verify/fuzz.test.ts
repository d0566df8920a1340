import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { randomFrom } from '../random.ts';
import { type SealedDocument, sealDocument } from '../sealed-document.ts';
import { KillableVerifier } from './killable-verifier.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
/** CPU time. */
const LIMIT_MS = 3_000;
const CASES = 60;
/** For other random changes: `FUZZ_SEED=7 vitest run …`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

let company: TestCompany;
let sealed: SealedDocument;
let verifier: KillableVerifier;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
  verifier = new KillableVerifier(company.authority.root, LIMIT_MS);
});

afterAll(() => verifier.stop());

type Random = (limit: number) => number;
type Mutation = (file: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const noise = (random: Random, length: number) => Uint8Array.from({ length }, () => random(256));

/** Half of all changes are made near structural keywords, because most of a file is fonts and pictures. */
const WORDS = [
  'endobj',
  'trailer',
  'xref',
  'startxref',
  '/ByteRange',
  '/Contents <',
  '/V ',
  '/DSS',
];
function placeIn(file: Uint8Array, random: Random): number {
  if (random(2) === 0) return random(file.length);
  const text = Buffer.from(file);
  const from = text.indexOf(WORDS[random(WORDS.length)]!, random(file.length));
  return Math.min(Math.max(from, 0) + random(40), file.length - 1);
}

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a byte is flipped': (file, random) => {
    const copy = file.slice();
    copy[placeIn(file, random)]! ^= 1 + random(255);
    return copy;
  },
  'bytes are taken out': (file, random) => {
    const at = placeIn(file, random);
    return joined(file.subarray(0, at), file.subarray(at + 1 + random(60)));
  },
  'bytes are put in': (file, random) => {
    const at = placeIn(file, random);
    return joined(file.subarray(0, at), noise(random, 1 + random(60)), file.subarray(at));
  },
  'a stretch is there twice': (file, random) => {
    const at = placeIn(file, random);
    const end = Math.min(at + 1 + random(4_000), file.length);
    return joined(file.subarray(0, end), file.subarray(at));
  },
  'two stretches change places': (file, random) => {
    const [first, second] = [placeIn(file, random), placeIn(file, random)].sort((a, b) => a - b);
    const size = Math.min(1 + random(300), second! - first!, file.length - second!);
    const part = (at: number) => file.subarray(at, at + size);
    return joined(
      file.subarray(0, first),
      part(second!),
      file.subarray(first! + size, second),
      part(first!),
      file.subarray(second! + size),
    );
  },
  'a number becomes another': (file, random) => {
    const text = Buffer.from(file).toString('latin1');
    const numbers = [...text.slice(-60_000).matchAll(/(?<=[ [/\n])\d+(?=[ \]\n])/g)];
    const { index, 0: found } = numbers[random(numbers.length)]!;
    const at = Math.max(0, text.length - 60_000) + index;
    const other = String(random(10 ** Math.min(found.length, 9))).padStart(found.length, '0');
    return Buffer.from(text.slice(0, at) + other + text.slice(at + found.length), 'latin1');
  },
};

const same = (left: Uint8Array, right: Uint8Array) => Buffer.compare(left, right) === 0;

describe('whatever is done to a sealed file', () => {
  test.each(Object.keys(MUTATIONS))(`${CASES} times: %s`, async (name) => {
    const random = randomFrom(SEED + name.length);
    for (let count = 0; count < CASES; count++) {
      const changed = MUTATIONS[name]!(sealed.file, random);
      if (same(changed, sealed.file)) continue;
      const answer = await verifier.verify(changed);
      expect(answer, `seed ${SEED}, case ${count}`).toMatchObject({
        verdict: expect.stringMatching(/^(altered|unknown)$/),
        reasons: expect.arrayContaining([expect.stringMatching(/\.$/)]),
      });
    }
  });

  test('the one that nothing was done to is authentic', async () => {
    expect(await verifier.verify(sealed.file)).toMatchObject({ verdict: 'authentic' });
  });
});
