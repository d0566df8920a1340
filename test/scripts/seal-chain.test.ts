import { spawnSync } from 'node:child_process';
import { CertificationRequest } from '@peculiar/asn1-csr';
import { Certificate, KeyUsageFlags } from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { installSealChain, sealKeyRequest } from '../../scripts/authority/seal-chain.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { bufferOf, decode, encode } from '../../shared/pki/asn1/der.ts';
import { pemOf } from '../../shared/pki/asn1/pem.ts';
import { issueRevocationList } from '../../shared/pki/authority/issue-revocation-list.ts';
import { toName } from '../../shared/pki/certificate/distinguished-name.ts';
import { issuerConstraints, keyUsage } from '../../shared/pki/certificate/extensions.ts';
import { issueCertificate } from '../../shared/pki/certificate/issue-certificate.ts';
import { isSignatureRight } from '../../shared/pki/signature/verify-signature.ts';
import { MemoryDocuments } from '../fixtures/memory/documents.ts';
import { memorySigningKey } from '../fixtures/memory/keys.ts';
import { certifiedChain } from '../pki/certified-chain.ts';
import { ACME, createCompany } from '../pki/company.ts';
import { newEcKey, newRsaKey } from '../pki/managed-key.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;
const clock = { now: () => NOW };
const key = memorySigningKey();
const authority = { company: await createCompany(NOW), url: 'http://authority.example' };
const { chain } = await certifiedChain(authority, await key.publicKey(), clock);

const list = await issueRevocationList({
  authority: { root: chain[1]!, sign: authority.company.keys.authority.sign },
  now: NOW,
});
/** The authority's HTTP server. */
const answering: typeof fetch = async () => new Response(new Uint8Array(list));

function install(certificates: readonly Uint8Array[], now = NOW, fetch = answering) {
  const documents = new MemoryDocuments();
  const installation = { documents, key, now, fetch };
  const stored = installSealChain(installation, certificates.map(pemOf).join('\n'));
  return stored.then((facts) => ({ facts, documents }));
}

test('the request is signed by the seal key and names the company', async () => {
  const pem = await sealKeyRequest(key, ACME);
  const der = Buffer.from(pem.replaceAll(/-----.*-----|\s/g, ''), 'base64');
  const request = decode(new Uint8Array(der), CertificationRequest);
  const { certificationRequestInfo: info, signatureAlgorithm, signature } = request;
  const publicKey = encode(info.subjectPKInfo);
  expect(publicKey).toEqual(await key.publicKey());
  const check = { publicKey, algorithm: signatureAlgorithm, data: encode(info) };
  const value = new Uint8Array(bufferOf(new Uint8Array(signature)));
  expect(await isSignatureRight({ ...check, signature: value })).toBe(true);
});

const openssl = (input: string, ...args: readonly string[]) =>
  spawnSync('openssl', args, { input, encoding: 'utf8' });

test.skipIf(openssl('', 'version').error)('OpenSSL takes the request', async () => {
  const pem = await sealKeyRequest(key, ACME);
  const read = openssl(pem, 'req', '-verify', '-noout', '-text', '-nameopt', 'utf8');
  expect(read.status).toBe(0);
  expect(read.stdout).toContain(`O=${ACME.name}`);
  expect(read.stdout).toContain('Digital Signature, Non Repudiation');
});

describe('a chain', () => {
  test('for the seal key, in order and valid, is stored', async () => {
    const { facts, documents } = await install(chain);
    expect(facts).toMatchObject({ subject: ACME.name, issuer: `${ACME.name} Signature Authority` });
    for (const name of ['pki/seal-chain.pem', 'pki/chain.pem']) {
      const stored = await documents.get(name);
      expect(Buffer.from(stored!.bytes).toString()).toBe(chain.map(pemOf).join(''));
    }
  });

  test('is refused while nobody answers whether it is revoked: nothing could be sealed', async () => {
    const down: typeof fetch = async () => new Response(null, { status: 503 });
    await expect(install(chain, NOW, down)).rejects.toThrow('no revocation source');
  });

  test('whose revocation nobody can be asked for is named', async () => {
    expect((await install(chain)).facts.silent).toEqual([]);
    const silent = await certifiedChain(authority, await key.publicKey(), clock, { further: [] });
    expect((await install(silent.chain)).facts.silent).toEqual([ACME.name]);
  });

  test.each([
    ['empty', 'without its issuers', async () => chain.slice(0, 1)],
    ['key', 'upside down', async () => [...chain].reverse()],
    [
      'order',
      'with a stranger in between',
      async () => [chain[0]!, (await createCompany(NOW)).authority.root, chain[1]!],
    ],
    [
      'order',
      'of another authority',
      async () => [chain[0]!, (await createCompany(NOW)).authority.root],
    ],
    [
      'key',
      'for another key',
      async () => {
        const other = await certifiedChain(authority, newEcKey().publicKey, clock);
        return other.chain;
      },
    ],
    [
      'key',
      'for a key that is not P-256',
      async () => (await certifiedChain(authority, newRsaKey().publicKey, clock)).chain,
    ],
    [
      'usage',
      'for encryption',
      async () => {
        const usage = [KeyUsageFlags.keyEncipherment];
        return (await certifiedChain(authority, await key.publicKey(), clock, { usage })).chain;
      },
    ],
    [
      'usage',
      'for anything',
      async () =>
        (await certifiedChain(authority, await key.publicKey(), clock, { usage: [] })).chain,
    ],
    [
      'usage',
      'for servers',
      async () => {
        const usage = [KeyUsageFlags.digitalSignature];
        const purposes = ['1.3.6.1.5.5.7.3.1'];
        return (await certifiedChain(authority, await key.publicKey(), clock, { usage, purposes }))
          .chain;
      },
    ],
  ] as const)('is refused as %s: %s', async (code, _, certificates) => {
    const refused = { name: 'ChainRejected', code };
    await expect(install(await certificates())).rejects.toMatchObject(refused);
  });

  test('is refused as root: it ends below its root, whose word on the last one would be in no file', async () => {
    const top = { name: toName({ commonName: 'Top' }), ...newEcKey() };
    const below = decode(chain[1]!, Certificate).tbsCertificate;
    const request = {
      subject: below.subject,
      publicKey: encode(below.subjectPublicKeyInfo),
      notBefore: NOW,
      notAfter: new Date(NOW.getTime() + DAY),
      extensions: [issuerConstraints(), keyUsage(KeyUsageFlags.keyCertSign)],
    };
    const intermediate = await issueCertificate(top, request, systemRandom);
    const refused = { name: 'ChainRejected', code: 'root' };
    await expect(install([chain[0]!, intermediate])).rejects.toMatchObject(refused);
  });

  test('is refused when it has run out, and before it begins', async () => {
    for (const days of [800, -1]) {
      const now = new Date(NOW.getTime() + days * DAY);
      await expect(install(chain, now)).rejects.toMatchObject({ code: 'dates' });
    }
  });
});
