import { beforeAll, describe, expect, it } from 'vitest';
import { publicRecord } from '../../functions/relay/public-record.ts';
import { type Findings, judge } from '../../functions/verifier/judge.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { conclude, type Evidence } from '../../web/verify/conclude.ts';
import { finished, signedByAll } from '../fixtures/sealed-journey.ts';
import { close } from '../fixtures/sealing.ts';
import { randomFrom } from '../pdf/random.ts';

let sealed: Awaited<ReturnType<typeof finished>>;
beforeAll(async () => {
  const ports = await signedByAll();
  await close(ports);
  sealed = await finished(ports);
});

const record = () => publicRecord(sealed.envelope, { company: 'Acme S.r.l.', showTitle: false })!;

const verify = (bytes: Uint8Array, roots = [sealed.root]) =>
  verifyDocument(bytes, { roots, envelopeId: sealed.envelope.id });

/** The verify page's report on a file, with the public record's answer. */
async function concluded(bytes: Uint8Array, more: Partial<Evidence> = {}): Promise<string> {
  const report = await verify(bytes);
  const findings: Findings = { sha256: sha256(bytes), byHash: undefined, byId: record() };
  const answer = { verdict: judge(findings).verdict, reason: '', record: record() };
  const evidence = { report, rooted: true, code: sealed.envelope.id, record: record(), answer };
  return conclude({ ...evidence, claimed: undefined, ...more }).verdict;
}

function flipped(offset: number, bit: number): Uint8Array {
  const bytes = sealed.bytes.slice();
  bytes[offset] = bytes[offset]! ^ (1 << bit);
  return bytes;
}

/**
 * Invariant 8: "authentic" only if both the hash and the signatures match; any changed byte is "altered". Every
 * byte of the signatures' containers, truncations and additions: test/pdf/verify/verify.test.ts and
 * verify-*.test.ts.
 */
describe('a sealed file', () => {
  it('is authentic, to the verifier and to the register', async () => {
    expect(await concluded(sealed.bytes)).toBe('authentic');
    expect(record().sha256).toBe(sha256(sealed.bytes));
  });

  it('is not authentic with any byte of it changed', async () => {
    const random = randomFrom(8);
    const offsets = Array.from({ length: 60 }, () => random(sealed.bytes.length));
    for (const offset of [0, sealed.bytes.length - 1, ...offsets]) {
      const changed = flipped(offset, random(8));
      expect(await concluded(changed), `byte ${offset}`).toBe('altered');
    }
  });

  it('is not authentic with a byte more or a byte less', async () => {
    const more = Buffer.concat([sealed.bytes, Buffer.from(' ')]);
    for (const changed of [more, sealed.bytes.subarray(0, -1)])
      expect(await concluded(changed)).toBe('altered');
  });

  it('whose signatures hold is not authentic where the register has another hash', async () => {
    const byId = { ...record(), sha256: 'f'.repeat(64) };
    const question = { sha256: sha256(sealed.bytes), byHash: undefined, byId };
    expect(judge(question).verdict).toBe('altered');
    const answer = { verdict: judge(question).verdict, reason: '', record: byId };
    expect(await concluded(sealed.bytes, { answer, record: byId })).toBe('altered');
  });

  it('whose hash is on record is not authentic where its signatures cannot be trusted', async () => {
    const report = await verify(sealed.bytes, []);
    expect(report.verdict).not.toBe('authentic');
    expect(await concluded(sealed.bytes, { report })).not.toBe('authentic');
  });
});
