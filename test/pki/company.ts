import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import {
  type Authority,
  createAuthority,
  type ManagedKey,
} from '../../shared/pki/authority/authority.ts';
import { issueOneTimeIdentity } from '../../shared/pki/authority/one-time-identity.ts';
import type { SigningIdentity, Timestamper } from '../../shared/pki/identity.ts';
import { ownTimestamper } from '../../shared/pki/timestamp/timestamp.ts';
import { newEcKey } from './managed-key.ts';

export const ACME = { name: 'Acme Costruzioni S.r.l.', country: 'IT' };
export const CRL_URL = 'https://verify.example.com/pki/authority.crl';
export const PUBLISHED = { crlUrl: CRL_URL, rootUrl: 'https://verify.example.com/pki/root.der' };

export interface TestCompany {
  readonly authority: Authority;
  readonly keys: {
    readonly authority: ManagedKey;
    readonly seal: ManagedKey;
    readonly timestamp: ManagedKey;
  };
  readonly seal: SigningIdentity;
  readonly timestamp: Timestamper;
  readonly person: (name: string, email?: string) => Promise<SigningIdentity>;
  /** The same company, whose timestamps alone are this many milliseconds later. */
  readonly laterBy: (milliseconds: number) => TestCompany;
}

/** A company with fresh keys, its own authority, and a clock stopped at `now`. */
export async function createCompany(
  now: Date,
  sealKey = newEcKey(),
  crlUrl = CRL_URL,
): Promise<TestCompany> {
  const keys = { authority: newEcKey(), seal: sealKey, timestamp: newEcKey() };
  const authority = await createAuthority({
    company: ACME,
    keys,
    published: { ...PUBLISHED, crlUrl },
    now,
    random: systemRandom,
  });
  const identity = (certificate: Uint8Array, key: ManagedKey): SigningIdentity => ({
    certificate,
    chain: [authority.root],
    algorithm: 'ecdsa-sha256',
    sign: key.sign,
  });
  const timestampAt = (time: Date) =>
    ownTimestamper({
      ...identity(authority.timestamp, keys.timestamp),
      now: () => time,
      random: systemRandom,
    });
  const company: TestCompany = {
    authority,
    keys,
    seal: identity(authority.seal, keys.seal),
    timestamp: timestampAt(now),
    laterBy: (milliseconds) => ({
      ...company,
      timestamp: timestampAt(new Date(now.getTime() + milliseconds)),
    }),
    person: (name, email) =>
      issueOneTimeIdentity(
        {
          name,
          serialNumber: '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ-1',
          ...(email && { email }),
          company: ACME,
          authority: { root: authority.root, sign: keys.authority.sign },
          published: PUBLISHED,
          now,
          random: systemRandom,
        },
        newEcKey(),
      ),
  };
  return company;
}
