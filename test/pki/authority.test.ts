import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { createAuthority } from '../../shared/pki/authority/authority.ts';
import { issueRevocationList } from '../../shared/pki/authority/issue-revocation-list.ts';
import { issueOneTimeIdentity } from '../../shared/pki/authority/one-time-identity.ts';
import { readCertificate } from '../../shared/pki/certificate/read-certificate.ts';
import { buildPath, PathError } from '../../shared/pki/path/certificate-path.ts';
import { revocationStatus } from '../../shared/pki/revocation/revocation-check.ts';
import { ACME, CRL_URL, createCompany, PUBLISHED } from './company.ts';
import { newEcKey, newRsaKey } from './managed-key.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const TEN_YEARS = 10 * 365 * 86_400_000;

const namesOf = (der: Uint8Array) => new X509Certificate(der).subject.split('\n');
const company = await createCompany(NOW);
const [root, seal] = [company.authority.root, company.authority.seal].map(
  (der) => new X509Certificate(der),
) as [X509Certificate, X509Certificate];

test('the root signs itself, may issue, and outlives ten years of keeping', () => {
  expect(root.checkIssued(root)).toBe(true);
  expect(root.verify(root.publicKey)).toBe(true);
  expect(root.ca).toBe(true);
  expect(Date.parse(root.validTo) - NOW.getTime()).toBeGreaterThan(TEN_YEARS);
});

test('the seal’s certificate names the company and its key', () => {
  expect(namesOf(company.authority.seal)).toEqual([
    `C=${ACME.country}`,
    `O=${ACME.name}`,
    `CN=${ACME.name}`,
  ]);
  expect(seal.verify(root.publicKey)).toBe(true);
  expect(new Uint8Array(seal.publicKey.export({ type: 'spki', format: 'der' }))).toEqual(
    company.keys.seal.publicKey,
  );
});

test('the company’s number in a register stands in its certificates, where it has one', async () => {
  const { keys } = company;
  const identified = { ...ACME, identifier: 'VATIT-01234567890' };
  const authority = await createAuthority({
    company: identified,
    keys,
    published: PUBLISHED,
    now: NOW,
    random: systemRandom,
  });
  const { root, seal, timestamp } = authority;
  for (const der of [root, seal, timestamp])
    expect(namesOf(der)).toContain('organizationIdentifier=VATIT-01234567890');
});

test('the seal may be an RSA key', async () => {
  const { authority } = await createCompany(NOW, newRsaKey());
  const certificate = new X509Certificate(authority.seal);
  expect(certificate.publicKey.asymmetricKeyType).toBe('rsa');
  expect(certificate.verify(new X509Certificate(authority.root).publicKey)).toBe(true);
});

test('a person is certified by name and e-mail for 24 hours', async () => {
  const person = new X509Certificate((await company.person('Юлия Петрова', 'y@ex.it')).certificate);
  expect(person.subject).toContain('CN=Юлия Петрова');
  expect(person.subjectAltName).toBe('email:y@ex.it');
  expect(Date.parse(person.validTo) - Date.parse(person.validFrom)).toBe(86_400_000);
  expect(person.verify(root.publicKey)).toBe(true);
  expect(person.ca).toBe(false);
});

test('no two persons share a key or a serial number', async () => {
  const persons = await Promise.all([company.person('Anna'), company.person('Anna')]);
  const [one, two] = persons.map(({ certificate }) => new X509Certificate(certificate));
  expect(one?.serialNumber).not.toBe(two?.serialNumber);
  expect(one?.publicKey.equals(two?.publicKey ?? root.publicKey)).toBe(false);
});

test('with the same key, chance and time a certificate is the same again', async () => {
  const key = newEcKey();
  const sign = async () => Uint8Array.of(0x30, 0x00);
  const request = {
    name: 'Anna',
    serialNumber: '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ-1',
    company: ACME,
    authority: { root: company.authority.root, sign },
    published: PUBLISHED,
    now: NOW,
  };
  async function certified(fill: number) {
    const random = (bytes: number) => new Uint8Array(bytes).fill(fill);
    return (await issueOneTimeIdentity({ ...request, random }, key)).certificate;
  }
  expect(await certified(7)).toEqual(await certified(7));
  expect(new X509Certificate(await certified(7)).serialNumber).toBe(`01${'07'.repeat(16)}`);
});

test('a one-time key signs once', async () => {
  const person = await company.person('Zoë Müller');
  await person.sign(new Uint8Array(32));
  await expect(person.sign(new Uint8Array(32))).rejects.toThrow('already used');
});

test('a path leads to the root only inside the certificate’s validity', async () => {
  const { certificate } = await company.person('Zoë Müller');
  const trust = { roots: [company.authority.root], at: NOW };
  expect(await buildPath(certificate, [], trust)).toEqual([certificate, company.authority.root]);
  const tomorrow = new Date(NOW.getTime() + 86_400_000);
  await expect(buildPath(certificate, [], { ...trust, at: tomorrow })).rejects.toMatchObject({
    code: 'expired',
  });
});

test('an end entity cannot issue a certificate', async () => {
  const impostor = await createCompany(NOW);
  const forged = await impostor.person('Zoë Müller');
  const asIssuer = { roots: [company.authority.root], at: NOW };
  await expect(buildPath(forged.certificate, [company.authority.seal], asIssuer)).rejects.toThrow(
    PathError,
  );
});

const known = (list: Uint8Array) => ({ revocationLists: [list], ocspResponses: [] });

test('a revocation list names what was revoked, for thirty days', async () => {
  const authority = {
    root: company.authority.root,
    sign: company.keys.authority.sign,
  };
  const serialNumber = new Uint8Array(
    readCertificate(company.authority.seal).tbsCertificate.serialNumber,
  );
  const revoked = [{ serialNumber, at: NOW, reason: 'keyCompromise' as const }];
  const list = await issueRevocationList({ authority, revoked, now: NOW });
  const sealed = [company.authority.seal, company.authority.root] as const;
  const stamped = [company.authority.timestamp, company.authority.root] as const;
  expect(await revocationStatus(sealed, known(list), NOW)).toBe('revoked');
  expect(await revocationStatus(sealed, known(list), new Date(NOW.getTime() - 1000))).toBe('good');
  expect(await revocationStatus(stamped, known(list), NOW)).toBe('good');
});

test('a list signed by somebody else revokes nothing', async () => {
  const other = await createCompany(NOW);
  const serialNumber = new Uint8Array(
    readCertificate(company.authority.seal).tbsCertificate.serialNumber,
  );
  const list = await issueRevocationList({
    authority: { root: company.authority.root, sign: other.keys.authority.sign },
    revoked: [{ serialNumber, at: NOW, reason: 'superseded' }],
    now: NOW,
  });
  const sealed = [company.authority.seal, company.authority.root] as const;
  expect(await revocationStatus(sealed, known(list), NOW)).toBe('unknown');
});

test('where the revocation list and the root lie stands in every certificate', async () => {
  const { certificate } = await company.person('Zoë Müller');
  for (const der of [company.authority.seal, company.authority.timestamp, certificate])
    for (const url of [CRL_URL, PUBLISHED.rootUrl])
      expect(Buffer.from(der).includes(url)).toBe(true);
});

test('a person’s certificate tells persons of one name apart', async () => {
  expect(namesOf((await company.person('Zoë Müller')).certificate)).toEqual([
    'C=IT',
    'CN=Zoë Müller',
    'serialNumber=7ZK4Q8M2T1X9C3V5B6N0RDWGHJ-1',
  ]);
});
