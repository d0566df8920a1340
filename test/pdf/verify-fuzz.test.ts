import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundCompany, type TestCompany } from '../pki/company.ts';
import { numberAt, timestamped, update, withEntries } from './forger.ts';
import { KillableVerifier } from './killable-verifier.ts';
import { randomFrom } from './random.ts';
import { type SealedDocument, sealDocument } from './sealed-document.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const KILL_AFTER_MS = 3_000;
const CASES = 60;
/** Another run tries others: `FUZZ_SEED=7 vitest run …`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);

let company: TestCompany;
let sealed: SealedDocument;
let verifier: KillableVerifier;

beforeAll(async () => {
  company = await foundCompany(NOW);
  sealed = await sealDocument(company, NOW);
  verifier = new KillableVerifier(company.authority.root, KILL_AFTER_MS);
});

afterAll(() => verifier.stop());

type Random = (limit: number) => number;
type Mutation = (file: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const noise = (random: Random, length: number) => Uint8Array.from({ length }, () => random(256));

/** Most of a file is fonts and pictures: half of all changes are made near a structure’s words. */
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
const placeIn = (file: Uint8Array, random: Random): number => {
  if (random(2) === 0) return random(file.length);
  const text = Buffer.from(file);
  const from = text.indexOf(WORDS[random(WORDS.length)]!, random(file.length));
  return Math.min(Math.max(from, 0) + random(40), file.length - 1);
};

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

describe('a file that was built to keep a verifier busy', () => {
  const ending = (text: string) => Buffer.from(`%PDF-1.7\n${text}`, 'latin1');
  const bomb = async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(1 << 30)));
    const list = `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
    const plain = deflateSync(Buffer.alloc(400 << 20)).toString('latin1');
    const store = numberAt(sealed.file, 'DSS');
    const [first, second] = [90_000, 90_001];
    const objects = {
      [store]: withEntries(sealed.file, store, `/OCSPs [${first} 0 R ${second} 0 R] `),
      [first]: list,
      [second]: `<< /Filter /FlateDecode /Length ${plain.length} >>\nstream\n${plain}\nendstream`,
    };
    return timestamped(update(sealed.file, { objects }), sealed, company, NOW);
  };
  const table = (trailer: string) =>
    `xref\n0 1\n0000000000 65535 f \ntrailer\n${trailer}\nstartxref\n9\n%%EOF\n`;

  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['validation data that inflate to gigabytes', bomb],
    ['arrays a million deep', () => ending(table(`<< /Size 1 /Root ${'['.repeat(1 << 20)} >>`))],
    ['dictionaries a million deep', () => ending(table(`<< /Size ${'<</A '.repeat(1 << 20)} >>`))],
    ['a million dictionary ends', () => ending(table(`<< ${'>> '.repeat(1 << 20)}x`))],
    ['tens of megabytes of spaces', () => ending(table(`<< /Size 1 >>${' '.repeat(30 << 20)}x`))],
    ['a hundred thousand ends of file', () => ending('startxref\n9\n%%EOF\n'.repeat(100_000))],
    ['an endless number', () => ending(table(`<< /Size ${'9'.repeat(10 << 20)} >>`))],
    [
      'a table that promises millions of objects',
      () => ending('xref\n0 99999999\nstartxref\n9\n%%EOF\n'),
    ],
    [
      'a table of half a million objects',
      () => {
        const entries = '0000000009 00000 n \n'.repeat(500_000);
        return ending(`xref\n0 500000\n${entries}trailer\n<< /Size 9 >>\nstartxref\n9\n%%EOF\n`);
      },
    ],
    [
      'twenty thousand revisions',
      () => {
        const parts = [ending(table('<< /Size 1 >>'))];
        let at = parts[0]!.length;
        for (let count = 0, last = 9; count < 20_000; count++) {
          const part = Buffer.from(
            `xref\ntrailer\n<<\n/Size 1\n/Prev ${last}\n>>\nstartxref\n${at}\n%%EOF\n`,
          );
          parts.push(part);
          last = at;
          at += part.length;
        }
        return Buffer.concat(parts);
      },
    ],
  ])('is refused in time: %s', async (_, file) => {
    expect(await verifier.verify(await file())).toMatchObject({
      verdict: expect.stringMatching(/^(altered|unknown)$/),
    });
  });
});
