import { expect, test } from 'vitest';
import { createClaim, readClaim, verifyClaim } from '../../shared/pdf/claim/claim.ts';
import { ClaimError } from '../../shared/pdf/claim/claim-form.ts';
import { claimUrl } from '../../shared/pdf/claim/claim-url.ts';
import { MAX_LENGTH } from '../../shared/pdf/plan.ts';
import { newEcKey } from '../pki/managed-key.ts';

const ENVELOPE = '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ';
const facts = {
  envelopeId: ENVELOPE,
  length: 50_123_456,
  sha256: 'ab'.repeat(32),
  at: new Date('2026-11-24T10:15:30.500Z'),
};

test('a claim says what was sealed, when, and by which key', async () => {
  const claim = await createClaim(facts, newEcKey());
  expect(readClaim(claim)).toMatchObject({
    length: facts.length,
    sha256: facts.sha256,
    at: '2026-11-24T10:15:30.000Z',
    keyId: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
  expect(claim).toMatch(/^\d{270}$/);
});

test('a claim holds for its envelope and its key alone', async () => {
  const key = newEcKey();
  const claim = await createClaim(facts, key);
  expect(await verifyClaim(claim, ENVELOPE, key.publicKey)).toBe(true);
  expect(await verifyClaim(claim, ENVELOPE.replace('7', '8'), key.publicKey)).toBe(false);
  expect(await verifyClaim(claim, ENVELOPE, newEcKey().publicKey)).toBe(false);
});

test('no changed character leaves a claim true', async () => {
  const key = newEcKey();
  const claim = await createClaim(facts, key);
  for (let at = 0; at < claim.length; at++) {
    const other = claim[at] === '7' ? '8' : '7';
    const changed = claim.slice(0, at) + other + claim.slice(at + 1);
    const holds = await verifyClaim(changed, ENVELOPE, key.publicKey).catch((error) => {
      expect(error).toBeInstanceOf(ClaimError);
      return false;
    });
    expect(holds, `character ${at}`).toBe(false);
  }
});

test.each([
  ['nothing', ''],
  ['one digit less', '1'.repeat(269)],
  ['one digit more', '1'.repeat(271)],
  ['a number of more bytes', '9'.repeat(270)],
  ['another version', `2${'0'.repeat(269)}`],
  ['letters', 'A'.repeat(270)],
  ['a sign', `+${'1'.repeat(269)}`],
])('%s is no claim', (_, text) => {
  expect(() => readClaim(text)).toThrow(ClaimError);
});

test('the largest file that can be signed fits a claim', async () => {
  const claim = await createClaim({ ...facts, length: MAX_LENGTH }, newEcKey());
  expect(readClaim(claim).length).toBe(MAX_LENGTH);
});

test('the claim travels in the fragment, which no server sees', () => {
  const url = new URL(claimUrl('https://verify.example.com/', ENVELOPE, 'abc'));
  expect(url.pathname).toBe(`/v/${ENVELOPE}`);
  expect(url.hash).toBe('#abc');
});
