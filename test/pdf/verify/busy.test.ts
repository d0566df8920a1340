import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { Pen, type SealedDocument, sealDocument } from '../sealed-document.ts';
import { numberAt, timestamped, update, withEntries } from './forger.ts';
import { KillableVerifier } from './killable-verifier.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
/** CPU time. */
const LIMIT_MS = 3_000;

let company: TestCompany;
let sealed: SealedDocument;
let verifier: KillableVerifier;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
  verifier = new KillableVerifier(company.authority.root, LIMIT_MS);
});

afterAll(() => verifier.stop());

describe('a file that was built to keep a verifier busy', () => {
  const ending = (text: string) => Buffer.from(`%PDF-1.7\n${text}`, 'latin1');
  async function bomb() {
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
  }
  /** A renewal with these revocation lists. */
  async function crowded(revocationLists: readonly Uint8Array[]) {
    const pen = new Pen(sealed.file, sealed.plan, { timestamp: company.timestamp, now: NOW });
    await pen.append({ validationData: { certificates: [], revocationLists, ocspResponses: [] } });
    await pen.append({ timestamp: true });
    return pen.file;
  }
  function noise(length: number) {
    const bytes = randomBytes(length);
    bytes.set([0x30, 0x82, (length - 4) >> 8, length - 4]);
    return bytes;
  }
  /** A last timestamp with that many additional digits in its gap. */
  function swollen(digits: number) {
    const text = Buffer.from(sealed.file).toString('latin1');
    const end = text.indexOf('>', text.lastIndexOf('/Contents <'));
    const start = text.lastIndexOf('/ByteRange');
    const range = text.slice(start).match(/\d+ +\d+ +(\d+) +\d+/)![0];
    const [zero, first, second, rest] = range.split(/ +/).map(Number);
    const moved = `${zero} ${first} ${second! + digits} ${rest}`.padEnd(range.length);
    const whole = text.slice(0, end) + '0'.repeat(digits) + text.slice(end);
    const shifted = whole.replace(
      /startxref\n(\d+)\n%%EOF\n$/,
      (_, xref) => `startxref\n${Number(xref) + digits}\n%%EOF\n`,
    );
    return Buffer.from(
      shifted.slice(0, start) + shifted.slice(start).replace(range, moved),
      'latin1',
    );
  }
  const table = (trailer: string) =>
    `xref\n0 1\n0000000000 65535 f \ntrailer\n${trailer}\nstartxref\n9\n%%EOF\n`;

  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['validation data that inflate to gigabytes', bomb],
    ['arrays a million deep', () => ending(table(`<< /Size 1 /Root ${'['.repeat(1 << 20)} >>`))],
    ['dictionaries a million deep', () => ending(table(`<< /Size ${'<</A '.repeat(1 << 20)} >>`))],
    ['a million dictionary ends', () => ending(table(`<< ${'>> '.repeat(1 << 20)}x`))],
    ['tens of megabytes of spaces', () => ending(table(`<< /Size 1 >>${' '.repeat(30 << 20)}x`))],
    ['a hundred thousand ends of file', () => ending('startxref\n9\n%%EOF\n'.repeat(100_000))],
    [
      'a closed document with large tables behind it',
      () => {
        const entries = '0000000009 00000 n \n'.repeat(200_000);
        const parts: Uint8Array[] = [sealed.file, Buffer.alloc(200_000 * 17)];
        for (let count = 0, length = sealed.file.length + parts[1]!.length; count < 2; count++) {
          const part = Buffer.from(
            `xref\n0 200000\n${entries}trailer\n<< /Size 9 >>\nstartxref\n${length}\n%%EOF\n`,
          );
          parts.push(part);
          length += part.length;
        }
        return Buffer.concat(parts);
      },
    ],
    [
      'a closed document with a thousand objects without an end behind it',
      () => Buffer.concat([sealed.file, Buffer.from('1 0 obj\n('.repeat(1_000).padEnd(1 << 20))]),
    ],
    ['an endless number', () => ending(table(`<< /Size ${'9'.repeat(10 << 20)} >>`))],
    [
      'a table that promises millions of objects',
      () => ending('xref\n0 99999999\nstartxref\n9\n%%EOF\n'),
    ],
    [
      'a table of half a million objects',
      () => {
        const entries = '0000000009 00000 n \n'.repeat(500_000);
        const before = ' '.repeat(500_000 * 17);
        const at = 9 + before.length;
        return ending(
          `${before}xref\n0 500000\n${entries}trailer\n<< /Size 9 >>\nstartxref\n${at}\n%%EOF\n`,
        );
      },
    ],
    [
      'a table of millions of objects that are nowhere',
      () => {
        const entries = '0000000009 00000 n \n'.repeat(3_000_000);
        return ending(`xref\n0 3000000\n${entries}trailer\n<< /Size 9 >>\nstartxref\n9\n%%EOF\n`);
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
    ['a thousand and one lists', () => crowded(Array.from({ length: 1_001 }, () => noise(64)))],
    [
      'a thousand lists that are none',
      () => crowded(Array.from({ length: 1_000 }, () => noise(64))),
    ],
    ['a list of eight megabytes that is none', () => crowded([noise(8 << 20)])],
    ['a signature of ten megabytes', () => swollen(10 << 20)],
    ['a signature of a hundred megabytes', () => swollen(100 << 20)],
    [
      'a hundred thousand fields',
      () => {
        const form = numberAt(sealed.file, 'AcroForm');
        const fields = '1 0 R '.repeat(100_000);
        const objects = { [form]: withEntries(sealed.file, form, `/Fields [ ${fields}] `) };
        return update(sealed.file, { objects });
      },
    ],
  ])('is refused in time: %s', async (_, file) => {
    expect(await verifier.verify(await file())).toMatchObject({
      verdict: expect.stringMatching(/^(altered|unknown)$/),
    });
  });
});
