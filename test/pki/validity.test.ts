import { describe, expect, test } from 'vitest';
import { hasRunOut, isValidAt } from '../../shared/pki/certificate/validity.ts';
import { buildPath } from '../../shared/pki/path/certificate-path.ts';
import { createOcspRequest } from '../../shared/pki/revocation/ocsp.ts';
import { revocationStatus } from '../../shared/pki/revocation/revocation-check.ts';
import { ocspAnswer, ocspResponder } from '../fixtures/ocsp-responder.ts';
import { createCompany } from './company.ts';
import { anchor, certified, signing } from './published/laboratory.ts';

const FROM = new Date('2026-01-01T00:00:00Z');
const TO = new Date('2026-12-31T23:59:59Z');
const { certificate } = certified(anchor, { extensions: signing(), from: FROM, to: TO });
const moved = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

const LIMITS = [
  ['a millisecond before it begins', moved(FROM, -1), false],
  ['in its first millisecond', FROM, true],
  ['in its last millisecond', moved(TO, 999), true],
  ['in the second after its last', moved(TO, 1_000), false],
] as const;

describe('a certificate is valid from its first second to the end of its last', () => {
  test.each(LIMITS)('%s', (_, at, isValid) => {
    expect(isValidAt(certificate, at)).toBe(isValid);
  });

  test.each(LIMITS)('also on a path: %s', async (_, at, isValid) => {
    const path = buildPath(certificate, [], { roots: [anchor.certificate], at });
    expect(await path.then(Boolean, (error) => error.code === 'expired' && false)).toBe(isValid);
  });

  test('it has run out once its last second is over, and not before it begins', () => {
    expect(LIMITS.map(([, at]) => hasRunOut(certificate, at))).toEqual([false, false, false, true]);
  });
});

describe('the answer of a responder counts until the end of its certificate’s last second', async () => {
  const now = new Date('2026-11-24T10:15:30Z');
  const { authority, keys } = await createCompany(now);
  const issuer = { certificate: authority.root, key: keys.authority };
  const asked = [authority.seal, authority.root] as const;
  const request = await createOcspRequest(asked);
  const responder = await ocspResponder(issuer, now);
  const end = moved(now, 86_400_000);

  test.each([
    ['in it', 999, 'good'],
    ['after it', 1_000, 'unknown'],
  ] as const)('made %s', async (_, ms, status) => {
    const producedAt = moved(end, ms);
    const facts = { now: producedAt, thisUpdate: end, responder };
    const data = {
      revocationLists: [],
      ocspResponses: [await ocspAnswer(request, issuer, facts)],
    };
    expect(await revocationStatus(asked, data, end)).toBe(status);
  });
});
