import * as z from 'zod/mini';
import { storedJson } from '../../shared/contract/stored.ts';
import { Conflict } from '../../shared/domain/errors.ts';
import { type Authority, createAuthority, type ManagedKey } from '../../shared/pki/authority.ts';
import type { Published } from '../../shared/pki/extensions.ts';
import type { SigningIdentity, Timestamper } from '../../shared/pki/identity.ts';
import { issueOneTimeIdentity, type OneTimeRequest } from '../../shared/pki/one-time.ts';
import { certificatesIn, pemOf } from '../../shared/pki/pem.ts';
import { issueRevocationList } from '../../shared/pki/revocation-list.ts';
import { httpTimestamper, ownTimestamper } from '../../shared/pki/timestamp.ts';
import type { SigningKey } from '../../shared/ports.ts';
import { installedChain } from './installed-chain.ts';
import type { SealPorts } from './ports.ts';

const STORED = 'pki/authority.json';
const TIMESTAMP_TIMEOUT_MS = 10_000;

const publishedAt = (verifierUrl: string): Published => ({
  crlUrl: `${verifierUrl}/pki/revoked.crl`,
  rootUrl: `${verifierUrl}/pki/root.der`,
});

/**
 * The company's authority, made on first use. Its certificates are put if absent, so of two that
 * begin at once one wins and the other reads the winner's.
 */
export async function openAuthority(ports: SealPorts): Promise<Authority> {
  const authority = (await storedAuthority(ports)) ?? (await foundAuthority(ports));
  await publish(ports, authority);
  return authority;
}

/** Certificates, base64 of DER. */
const StoredAuthority = z.object({ root: z.string(), seal: z.string(), timestamp: z.string() });

async function storedAuthority({ documents }: SealPorts): Promise<Authority | undefined> {
  const object = await documents.get(STORED);
  if (!object) return undefined;
  const stored = storedJson('authority', StoredAuthority, object.bytes);
  const certificate = (name: keyof Authority) =>
    new Uint8Array(Buffer.from(stored[name], 'base64'));
  return {
    root: certificate('root'),
    seal: certificate('seal'),
    timestamp: certificate('timestamp'),
  };
}

async function foundAuthority(ports: SealPorts): Promise<Authority> {
  const authority = await createAuthority({
    company: ports.company,
    keys: {
      authority: await managed(ports.keys.authority),
      seal: await managed(ports.keys.seal),
      timestamp: await managed(ports.keys.timestamp),
    },
    published: publishedAt(ports.verifierUrl),
    now: ports.clock.now(),
  });
  const text = JSON.stringify(authority, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  try {
    const options = { contentType: 'application/json', ifAbsent: true };
    await ports.documents.put(STORED, Buffer.from(text), options);
    return authority;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return (await storedAuthority(ports))!;
  }
}

export async function managed(key: SigningKey): Promise<ManagedKey> {
  return { publicKey: await key.publicKey(), sign: (bytes) => key.sign(bytes) };
}

/** What verifiers fetch; the list last, so that its presence says that all is there. */
async function publish(ports: SealPorts, authority: Authority): Promise<void> {
  const { documents } = ports;
  const { root } = authority;
  if ((await documents.size('pki/revoked.crl')) !== undefined) return;
  await documents.put('pki/root.der', root, { contentType: 'application/pkix-cert' });
  const pem = Buffer.from(pemOf(root));
  await documents.put('pki/root.pem', pem, { contentType: 'application/x-pem-file' });
  await publishSealChain(ports, authority);
  await publishRevocationList(ports, root);
}

/** The certificate that the seal now has, and its issuers. */
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

/** RFC 5280 §5. Nothing is revoked: a person's certificate lives for a day, its key for an instant. */
export const freshRevocationList = ({ keys, clock }: SealPorts, root: Uint8Array) =>
  issueRevocationList({
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

/** The seal's: what a public authority certified, once it is installed and while it is valid. */
export const sealIdentity = async (
  ports: SealPorts,
  authority: Authority,
): Promise<SigningIdentity> => {
  const own = identityOf(authority.seal, authority.root, ports.keys.seal);
  const [certificate, ...chain] = await installedChain(ports);
  return certificate ? { ...own, certificate, chain } : own;
};

export const timestamperOf = (ports: SealPorts, authority: Authority): Timestamper =>
  ports.timestampUrls.length > 0
    ? httpTimestamper({
        urls: ports.timestampUrls,
        policies: ports.timestampPolicies,
        roots: certificatesIn(ports.timestampRoots),
        timeoutMs: TIMESTAMP_TIMEOUT_MS,
      })
    : ownTimestamper({
        ...identityOf(authority.timestamp, authority.root, ports.keys.timestamp),
        now: () => ports.clock.now(),
      });

/** A key for one signature, certified for the person's name and the channel that was confirmed. */
export const oneTimeIdentity = (
  { company, keys, verifierUrl, clock }: SealPorts,
  { root }: Authority,
  person: Pick<OneTimeRequest, 'name' | 'email' | 'serialNumber'>,
): Promise<SigningIdentity> =>
  issueOneTimeIdentity({
    ...person,
    company,
    authority: { root, sign: (bytes) => keys.authority.sign(bytes) },
    published: publishedAt(verifierUrl),
    now: clock.now(),
  });
