import { beforeAll, expect, test } from 'vitest';
import { checkTimestampTrust, type Evidence } from '../../../shared/pdf/verify/check-trust.ts';
import { issueRevocationList } from '../../../shared/pki/authority/issue-revocation-list.ts';
import { checkTimestampToken } from '../../../shared/pki/timestamp/timestamp-token.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { everyChange } from './every-der-change.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DIGEST = new Uint8Array(32).fill(7);

let company: TestCompany;
let evidence: Evidence;

beforeAll(async () => {
  company = await createCompany(NOW);
  const { authority, keys } = company;
  const issuer = { root: authority.root, sign: keys.authority.sign };
  evidence = {
    roots: [authority.root],
    timestampRoots: [],
    certificates: [authority.root, authority.timestamp],
    revocationLists: [await issueRevocationList({ authority: issuer, now: NOW })],
    ocspResponses: [],
  };
});

async function holds(token: Uint8Array): Promise<boolean> {
  try {
    await checkTimestampTrust(await checkTimestampToken(token, DIGEST), evidence, false);
    return true;
  } catch {
    return false;
  }
}

test('no part of a timestamp may be left out, doubled, moved or written otherwise', async () => {
  const token = await company.timestamp(DIGEST);
  expect(await holds(token)).toBe(true);
  let count = 0;
  for (const { what, changed } of everyChange(token)) {
    expect(await holds(changed), what).toBe(false);
    count += 1;
  }
  expect(count).toBeGreaterThan(1_000);
});

test('no bit of a timestamp may be another', async () => {
  const token = await company.timestamp(DIGEST);
  for (let at = 0; at < token.length; at += 1) {
    const changed = token.slice();
    changed[at]! ^= 1 << (at % 8);
    expect(await holds(changed), `byte ${at}`).toBe(false);
  }
});
