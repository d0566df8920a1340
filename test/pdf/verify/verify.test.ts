import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { randomFrom } from '../random.ts';
import { ENVELOPE, plainDocument, type SealedDocument, sealDocument } from '../sealed-document.ts';

const NOW = new Date('2026-11-24T10:15:30Z');

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

const verify = (file: Uint8Array, options = {}) =>
  verifyDocument(file, { roots: [company.authority.root], ...options });

async function codesOf(file: Uint8Array, options = {}) {
  const { verdict, reasons } = await verify(file, options);
  return [verdict, ...reasons.map(({ code }) => code)];
}

describe('a document that everyone signed and the company sealed', () => {
  test('is authentic', async () => {
    const report = await verify(sealed.file, { envelopeId: ENVELOPE });
    expect(report.reasons.map(({ code }) => code)).toEqual(['authentic']);
    expect(report.verdict).toBe('authentic');
    expect(report.envelopeId).toBe(ENVELOPE);
  });

  test('tells who signed, when, and up to which byte', async () => {
    const { signatures } = await verify(sealed.file);
    expect(signatures.map(({ kind, signer }) => [kind, signer])).toEqual([
      ['party', 'Юлия Петрова'],
      ['party', 'Zoë Müller'],
      ['seal', 'Acme Costruzioni S.r.l.'],
      ['timestamp', 'Acme Costruzioni S.r.l. Timestamps'],
    ]);
    const ends = [1, 2, 3, 5].map((stage) => sealed.stages[stage]?.length);
    expect(signatures.map(({ covers }) => covers)).toEqual(ends);
    expect(signatures.every(({ at }) => at === '2026-11-24T10:15:30.000Z')).toBe(true);
  });

  test('tells by whom each was certified, and what shows that nothing was revoked', async () => {
    const { signatures } = await verify(sealed.file);
    const root = 'Acme Costruzioni S.r.l. Signature Authority';
    for (const { kind, signer, chain, revocation, timestampedBy } of signatures) {
      expect(chain.map(({ subject, issuer }) => [subject, issuer])).toEqual([[root, root]]);
      expect(revocation).toEqual([{ subject: signer, by: 'list', at: NOW.toISOString() }]);
      expect(timestampedBy).toBe(
        kind === 'timestamp' ? undefined : 'Acme Costruzioni S.r.l. Timestamps',
      );
    }
  });

  test('tells what each revision changed', async () => {
    const { revisions } = await verify(sealed.file);
    expect(revisions.map(({ kind, allowed }) => [kind, allowed])).toEqual([
      ['party', true],
      ['party', true],
      ['seal', true],
      ['data', true],
      ['timestamp', true],
    ]);
    expect(revisions.map(({ end }) => end)).toEqual(
      sealed.stages.slice(1).map(({ length }) => length),
    );
    expect(revisions[1]?.changes).toEqual([
      'field i2_: /AP',
      'field c2_: /V /AS',
      'field s2_: /V /AP',
      '3 new objects',
    ]);
    expect(revisions[3]?.changes).toEqual(['catalog: /DSS', '5 new objects']);
  });

  test('carries a claim about what was there before the seal', async () => {
    const { claim } = await verify(sealed.file);
    expect(claim?.length).toBe(sealed.stages[2]?.length);
  });
});

describe('without the right trust', () => {
  test('nothing is authentic if no root is given', async () => {
    expect((await codesOf(sealed.file, { roots: [] }))[0]).toBe('unknown');
  });

  test('another company with the same name is not trusted', async () => {
    const other = await createCompany(NOW);
    const [verdict, ...codes] = await codesOf(sealed.file, { roots: [other.authority.root] });
    expect(verdict).toBe('unknown');
    expect(new Set(codes)).toEqual(new Set(['untrusted']));
  });

  test('a file whose hash is not the one on record is altered', async () => {
    expect(await codesOf(sealed.file, { expected: { sha256: '00'.repeat(32) } })).toEqual([
      'altered',
      'hash_differs',
    ]);
  });

  test('a file from the future is unknown: one of two clocks is wrong', async () => {
    const now = new Date(NOW.getTime() - 600_000);
    const [verdict, ...codes] = await codesOf(sealed.file, { now });
    expect([verdict, new Set(codes)]).toEqual(['unknown', new Set(['future'])]);
    expect((await verify(sealed.file, { now: NOW })).verdict).toBe('authentic');
  });

  test('a document of another envelope is altered, however well signed', async () => {
    const envelopeId = ENVELOPE.replace('7', '8');
    expect((await codesOf(sealed.file, { envelopeId }))[0]).toBe('altered');
  });
});

describe('what is not a finished document of ours', () => {
  test('no earlier revision passes for the final one', async () => {
    for (const stage of sealed.stages.slice(1, -1))
      expect(await codesOf(stage)).toEqual(['altered', 'incomplete']);
  });

  test('an ordinary PDF is unknown', async () => {
    expect((await codesOf(await plainDocument()))[0]).toBe('unknown');
  });

  test('what is no PDF is unknown', async () => {
    expect(await codesOf(new TextEncoder().encode('Not a PDF at all'))).toEqual([
      'unknown',
      'not_pdf',
    ]);
    expect((await codesOf(new Uint8Array()))[0]).toBe('unknown');
  });
});

describe('a changed file is altered', () => {
  const random = randomFrom(20_261_124);

  function flipped(offset: number, mask: number): Uint8Array {
    const copy = sealed.file.slice();
    copy[offset] = (copy[offset] ?? 0) ^ mask;
    return copy;
  }

  const expectAltered = async (file: Uint8Array, what: string) =>
    expect((await verify(file)).verdict, what).toBe('altered');

  test('whichever bit is flipped', async () => {
    for (let count = 0; count < 40; count++) {
      const [offset, bit] = [random(sealed.file.length), random(8)];
      await expectAltered(flipped(offset, 1 << bit), `bit ${bit} of byte ${offset}`);
    }
  });

  test('whichever bit is flipped in the last timestamp, which nothing else covers', async () => {
    const text = Buffer.from(sealed.file).toString('latin1');
    const gap = text.lastIndexOf('/Contents <');
    const token = /[1-9a-f]0*>/.exec(text.slice(gap))?.index ?? 0;
    for (let count = 0; count < 40; count++) {
      const [offset, bit] = [gap + random(token + 16), random(8)];
      await expectAltered(flipped(offset, 1 << bit), `bit ${bit} of byte ${offset}`);
    }
  });

  test('whatever is put behind its end', async () => {
    for (const tail of ['\n', ' ', '\0', '%', '%%EOF\n', 'startxref\n0\n%%EOF\n'])
      await expectAltered(Buffer.concat([sealed.file, Buffer.from(tail)]), JSON.stringify(tail));
  });

  test('wherever bytes are taken out', async () => {
    for (let count = 0; count < 20; count++) {
      const [at, size] = [random(sealed.file.length), 1 + random(40)];
      const rest = sealed.file.subarray(Math.min(at + size, sealed.file.length));
      await expectAltered(Buffer.concat([sealed.file.subarray(0, at), rest]), `${size} at ${at}`);
    }
  });

  test('wherever bytes are put in', async () => {
    for (let count = 0; count < 20; count++) {
      const at = random(sealed.file.length);
      const extra = Uint8Array.from({ length: 1 + random(40) }, () => random(256));
      const parts = [sealed.file.subarray(0, at), extra, sealed.file.subarray(at)];
      await expectAltered(Buffer.concat(parts), `${extra.length} at ${at}`);
    }
  });

  test('wherever two stretches change places', async () => {
    for (let count = 0; count < 10; count++) {
      const size = 1 + random(2000);
      const [first, second] = [random(100_000), 120_000 + random(100_000)];
      const copy = sealed.file.slice();
      copy.set(sealed.file.subarray(first, first + size), second);
      copy.set(sealed.file.subarray(second, second + size), first);
      if (Buffer.compare(copy, sealed.file) === 0) continue;
      await expectAltered(copy, `${size} at ${first} and ${second}`);
    }
  });

  test('if its document was exchanged under the same signatures', async () => {
    const other = await sealDocument(company, NOW, { source: await plainDocument('Vendita') });
    const original = other.stages[0] ?? new Uint8Array();
    const signatures = sealed.file.subarray(sealed.stages[0]?.length);
    await expectAltered(Buffer.concat([original, signatures]), 'another document');
  });
});
