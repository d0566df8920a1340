import { certificatesIn, pemOf } from '../../shared/pki/asn1/pem.ts';
import type { Authority, ManagedKey, Renewable } from '../../shared/pki/authority/authority.ts';
import type { OneTimeRequest } from '../../shared/pki/authority/one-time-identity.ts';
import { rootsOf } from '../../shared/pki/authority/roots-of.ts';
import type { Published } from '../../shared/pki/certificate/extensions.ts';
import type { SigningIdentity, Timestamper } from '../../shared/pki/identity.ts';
import type { SigningKey } from '../../shared/ports/keys.ts';
import { installedChain } from './installed-chain.ts';
import type { SealPorts } from './ports.ts';
import {
  copyAuthority,
  type FoundAuthority,
  storedAuthority,
  storeFounded,
  storeRenewed,
} from './stored-authority.ts';

const TIMESTAMP_TIMEOUT_MS = 10_000;

const publishedAt = (verifierUrl: string): Published => ({
  crlUrl: `${verifierUrl}/pki/revoked.crl`,
  rootUrl: `${verifierUrl}/pki/root.der`,
});

/**
 * The company's authority: created on first use, renewed before it expires, reissued if the company is
 * renamed. Stored conditionally: of two concurrent creators, one wins and the other reads its result.
 */
export async function openAuthority(ports: SealPorts): Promise<Authority> {
  const stored = (await storedAuthority(ports)) ?? (await foundAuthority(ports));
  const due = ports.pki.dueForRenewal(stored.authority, ports.company, ports.clock.now());
  if (due.length > 0) return renewed(ports, stored, due);
  await publish(ports, stored.authority);
  return stored.authority;
}

async function renewed(
  ports: SealPorts,
  { authority, etag }: FoundAuthority,
  due: readonly Renewable[],
): Promise<Authority> {
  const anew = await ports.pki.renewAuthority(authority, due, await authorityRequest(ports));
  const current = await storeRenewed(ports, anew, etag);
  await publishAll(ports, current);
  await copyAuthority(ports, current);
  return current;
}

async function foundAuthority(ports: SealPorts): Promise<FoundAuthority> {
  const authority = await ports.pki.createAuthority(await authorityRequest(ports));
  ports.onFounding();
  return storeFounded(ports, authority);
}

const authorityRequest = async ({ company, keys, verifierUrl, clock, random }: SealPorts) => ({
  company,
  keys: {
    authority: await managed(keys.authority),
    seal: await managed(keys.seal),
    timestamp: await managed(keys.timestamp),
  },
  published: publishedAt(verifierUrl),
  now: clock.now(),
  random,
});

export const managed = async (key: SigningKey): Promise<ManagedKey> => ({
  publicKey: await key.publicKey(),
  sign: (bytes) => key.sign(bytes),
});

/**
 * The files that verifiers fetch; the revocation list last, since its presence marks the others as published.
 */
async function publish(ports: SealPorts, authority: Authority): Promise<void> {
  if ((await ports.documents.size('pki/revoked.crl')) === undefined)
    await publishAll(ports, authority);
}

async function publishAll(ports: SealPorts, authority: Authority): Promise<void> {
  const { documents } = ports;
  const { root } = authority;
  await documents.put('pki/root.der', root, { contentType: 'application/pkix-cert' });
  const pem = Buffer.from(rootsOf(authority).map(pemOf).join(''));
  await documents.put('pki/root.pem', pem, { contentType: 'application/x-pem-file' });
  await publishSealChain(ports, authority);
  await publishRevocationList(ports, root);
}

/** Publishes the seal's current certificate chain. */
export async function publishSealChain(ports: SealPorts, authority: Authority): Promise<void> {
  const { certificate, chain } = await sealIdentity(ports, authority);
  const pem = Buffer.from([certificate, ...chain].map(pemOf).join(''));
  await ports.documents.put('pki/chain.pem', pem, { contentType: 'application/x-pem-file' });
}

export async function publishRevocationList(ports: SealPorts, root: Uint8Array): Promise<void> {
  const list = await freshRevocationList(ports, root);
  const options = { contentType: 'application/pkix-crl' };
  await ports.documents.put('pki/revoked.crl', list, options);
}

/** RFC 5280 § 5. Empty: a person's certificate is valid for one day and its key is used once. */
export const freshRevocationList = ({ pki, keys, clock }: SealPorts, root: Uint8Array) =>
  pki.issueRevocationList({
    authority: { root, sign: (bytes) => keys.authority.sign(bytes) },
    now: clock.now(),
  });

const identityOf = (
  certificate: Uint8Array,
  root: Uint8Array,
  key: SigningKey,
): SigningIdentity => ({
  certificate,
  chain: [root],
  algorithm: 'ecdsa-sha256',
  sign: (bytes) => key.sign(bytes),
});

/**
 * The seal's identity: with the chain of a public authority while one is installed and valid, else the
 * company's own.
 */
export async function sealIdentity(
  ports: SealPorts,
  authority: Authority,
): Promise<SigningIdentity> {
  const own = identityOf(authority.seal, authority.root, ports.keys.seal);
  const [certificate, ...chain] = await installedChain(ports);
  return certificate ? { ...own, certificate, chain } : own;
}

export const timestamperOf = (ports: SealPorts, authority: Authority): Timestamper =>
  ports.timestampUrls.length > 0
    ? ports.pki.httpTimestamper({
        urls: ports.timestampUrls,
        policies: ports.timestampPolicies,
        roots: certificatesIn(ports.timestampRoots),
        timeoutMs: TIMESTAMP_TIMEOUT_MS,
        random: ports.random,
      })
    : ports.pki.ownTimestamper({
        ...identityOf(authority.timestamp, authority.root, ports.keys.timestamp),
        now: () => ports.clock.now(),
        random: ports.random,
      });

/** A one-time key certified for the person's name and confirmed channel. */
export async function oneTimeIdentity(
  { pki, company, keys, newKey, verifierUrl, clock, random }: SealPorts,
  { root }: Authority,
  person: Pick<OneTimeRequest, 'name' | 'email' | 'serialNumber'>,
): Promise<SigningIdentity> {
  const request = {
    ...person,
    company,
    authority: { root, sign: (bytes: Uint8Array) => keys.authority.sign(bytes) },
    published: publishedAt(verifierUrl),
    now: clock.now(),
    random,
  };
  return pki.issueOneTimeIdentity(request, await managed(newKey()));
}
