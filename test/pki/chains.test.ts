import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import { buildPath } from '../../shared/pki/path/certificate-path.ts';

const AT = new Date('2027-01-01T00:00:00Z');

/** Created by OpenSSL: a P-256 certificate, its issuer, and the root. */
const chain = (name: string) =>
  certificatesIn(
    readFileSync(new URL(`../fixtures/chains/${name}.pem`, import.meta.url), 'latin1'),
  );

const pathOf = ([leaf, issuer, root]: readonly Uint8Array[]) =>
  buildPath(leaf!, [issuer!], { roots: [root!], at: AT });

test.each(['rsa-pkcs1', 'rsa-pss', 'p384-p521', 'ed25519'])(
  'a chain by %s is followed',
  async (name) => {
    const certificates = chain(name);
    expect(await pathOf(certificates)).toEqual(certificates);
  },
);

test.each(['sha1', 'rsa-1024'])('a chain by %s is too weak to be followed', async (name) => {
  await expect(pathOf(chain(name))).rejects.toMatchObject({ code: 'untrusted' });
});

test.each(['rsa-pkcs1', 'rsa-pss', 'p384-p521', 'ed25519'])('a changed %s is not', async (name) => {
  const [leaf, issuer, root] = chain(name);
  const changed = leaf!.slice();
  changed[changed.length - 9]! ^= 1;
  await expect(pathOf([changed, issuer!, root!])).rejects.toThrow();
});
