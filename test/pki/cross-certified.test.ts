import { beforeAll, describe, expect, test } from 'vitest';
import { buildPath } from '../../shared/pki/path/certificate-path.ts';
import { certifiedBy, issuerOf, issuing, newRoot } from '../fixtures/public-authority.ts';
import { crossCertified } from './cross-certified.ts';

const NOW = new Date('2026-11-24T10:15:30Z');

let certified: Awaited<ReturnType<typeof crossCertified>>;
beforeAll(async () => {
  certified = await crossCertified(NOW);
});

describe('an authority that is a root and that another root has certified', () => {
  test('is followed to whichever root is trusted, in whatever order the certificates come', async () => {
    const { leaf, young, cross, old } = certified;
    for (const pool of [
      [cross, young, old],
      [old, young, cross],
    ]) {
      expect(await buildPath(leaf, pool, { roots: [young], at: NOW })).toEqual([leaf, young]);
      const long = await buildPath(leaf, pool, { roots: [old], at: NOW });
      expect(long).toEqual([leaf, cross, old]);
    }
  });

  test('is followed by its shortest path where both are trusted', async () => {
    const { leaf, young, cross, old } = certified;
    const trust = { roots: [old, young], at: NOW };
    expect(await buildPath(leaf, [cross], trust)).toEqual([leaf, young]);
  });

  test('is followed through the certificates that are wanted, where there is such a path', async () => {
    const { leaf, young, cross, old } = certified;
    const trust = { roots: [young, old], at: NOW };
    const through = (...wanted: readonly Uint8Array[]) => buildPath(leaf, [cross], trust, wanted);
    expect(await through(cross, old)).toEqual([leaf, cross, old]);
    expect(await through(young)).toEqual([leaf, young]);
    expect(await through(young, cross)).toEqual([leaf, young]);
  });

  test('is followed past a certificate for the same key that has run out', async () => {
    const { leaf, expired, cross, old } = certified;
    const trust = { roots: [old], at: NOW };
    expect(await buildPath(leaf, [expired, cross], trust)).toEqual([leaf, cross, old]);
    await expect(buildPath(leaf, [expired], trust)).rejects.toMatchObject({ code: 'expired' });
  });

  test('is trusted by neither of two others', async () => {
    const { leaf, young, cross, old } = certified;
    const { certificate } = await newRoot('Old Root', NOW);
    await expect(
      buildPath(leaf, [young, cross, old], { roots: [certificate], at: NOW }),
    ).rejects.toMatchObject({ code: 'untrusted' });
  });
});

test('a thicket of look-alikes that certify one another ends nowhere', async () => {
  const issuers = await Promise.all(Array.from({ length: 12 }, () => newRoot('One of many', NOW)));
  const crossed = await Promise.all(
    issuers.flatMap((issuer) =>
      issuers.map(({ key }) =>
        certifiedBy(
          issuerOf(issuer),
          { commonName: 'One of many', publicKey: key.publicKey, days: 9, extensions: issuing(5) },
          NOW,
        ),
      ),
    ),
  );
  const { certificate } = await newRoot('One of many', NOW);
  await expect(
    buildPath(crossed[0]!, crossed, { roots: [certificate], at: NOW }),
  ).rejects.toMatchObject({ code: 'untrusted' });
});
