import { OctetString } from '@peculiar/asn1-schema';
import {
  Certificate,
  Extension,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  KeyUsageFlags,
  NameConstraints,
} from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { bufferOf, decode, encode, encodeAny } from '../../shared/pki/asn1/der.ts';
import { endEntityConstraints, keyUsage } from '../../shared/pki/certificate/extensions.ts';
import { buildPath } from '../../shared/pki/path/certificate-path.ts';
import {
  type Certifier,
  certifiedBy,
  issuerOf,
  issuing,
  nameOf,
  newRoot,
} from '../fixtures/public-authority.ts';
import { newEcKey } from './managed-key.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;

const root = await newRoot('Root', NOW);

/** A certificate issued by another by name, with the extensions of a CA. */
async function below(
  issuer: Certifier,
  commonName: string,
  extensions: readonly Extension[],
  days = 30,
): Promise<Certifier> {
  const key = newEcKey();
  const subject = { commonName, publicKey: key.publicKey, days, extensions };
  return { key, certificate: await certifiedBy(issuerOf(issuer), subject, NOW) };
}

const leafOf = async (issuer: Certifier) =>
  (await below(issuer, 'Leaf', [endEntityConstraints()])).certificate;

async function pathTo(issuers: readonly Certifier[], at = NOW) {
  const leaf = await leafOf(issuers.at(-1)!);
  const pool = issuers.map(({ certificate }) => certificate);
  return buildPath(leaf, pool, { roots: [root.certificate], at });
}

const extension = (extnID: string, critical: boolean, value: ArrayBuffer) =>
  new Extension({ extnID, critical, extnValue: new OctetString(value) });

const names = encodeAny(
  new NameConstraints({
    permittedSubtrees: new GeneralSubtrees([
      new GeneralSubtree({ base: new GeneralName({ dNSName: 'example.com' }) }),
    ]),
  }),
);

describe('a path through an issuer', () => {
  test('that may issue is followed', async () => {
    expect(await pathTo([await below(root, 'Issuing', issuing(0))])).toHaveLength(3);
  });

  test.each<[string, () => readonly Extension[]]>([
    ['that is none', () => [endEntityConstraints()]],
    ['that does not say that it is one', () => []],
    ['whose key is not for certificates', () => [issuing(0)[0]!, keyUsage(KeyUsageFlags.cRLSign)]],
    [
      'with names that are all it may certify',
      () => [...issuing(0), extension(id_ce_nameConstraints, true, names)],
    ],
    [
      'with such names, though not critical',
      () => [...issuing(0), extension(id_ce_nameConstraints, false, names)],
    ],
    [
      'with something that must be understood',
      () => [...issuing(0), extension('1.2.3.4', true, Uint8Array.of(5, 0).buffer)],
    ],
  ])('%s is refused', async (_, extensions) => {
    const issuer = await below(root, 'Issuing', extensions());
    await expect(pathTo([issuer])).rejects.toMatchObject({ code: 'invalid' });
  });

  test('that may have none below it is refused with one below it', async () => {
    const first = await below(root, 'First', issuing(0));
    const second = await below(first, 'Second', issuing(0));
    await expect(pathTo([first, second])).rejects.toMatchObject({ code: 'invalid' });
  });

  test('that had run out is refused', async () => {
    const issuer = await below(root, 'Issuing', issuing(0), 2);
    expect(await pathTo([issuer])).toHaveLength(3);
    await expect(pathTo([issuer], new Date(NOW.getTime() + 3 * DAY))).rejects.toMatchObject({
      code: 'expired',
    });
  });

  test('that leads round in a circle ends nowhere', async () => {
    const [one, other] = [newEcKey(), newEcKey()];
    const certified = (
      by: Certifier['key'],
      issuer: string,
      commonName: string,
      key: Certifier['key'],
    ) =>
      certifiedBy(
        { name: nameOf(issuer), key: by },
        { commonName, publicKey: key.publicKey, days: 30, extensions: issuing(5) },
        NOW,
      );
    const circle = [
      { key: one, certificate: await certified(other, 'Two', 'One', one) },
      { key: other, certificate: await certified(one, 'One', 'Two', other) },
    ];
    await expect(pathTo(circle)).rejects.toMatchObject({ code: 'untrusted' });
  });
});

test('a certificate that is signed under another algorithm than it names is refused', async () => {
  const issuer = await below(root, 'Issuing', issuing(0));
  const leaf = decode(await leafOf(issuer), Certificate);
  leaf.tbsCertificate.signature.algorithm = '1.2.840.10045.4.3.3';
  leaf.signatureValue = bufferOf(await issuer.key.sign(encode(leaf.tbsCertificate)));
  const trust = { roots: [root.certificate], at: NOW };
  await expect(buildPath(encode(leaf), [issuer.certificate], trust)).rejects.toMatchObject({
    code: 'untrusted',
  });
});
