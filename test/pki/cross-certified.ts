import { id_kp_timeStamping, KeyUsageFlags } from '@peculiar/asn1-x509';
import {
  endEntityConstraints,
  extendedKeyUsage,
  keyUsage,
} from '../../shared/pki/certificate/extensions.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import { certifiedBy, issuerOf, issuing, newRoot } from '../fixtures/public-authority.ts';
import { newEcKey } from './managed-key.ts';

const DAY = 86_400_000;

/**
 * A new authority with its own root, which an old root has cross-certified, as public authorities do for years;
 * and a timestamp unit below it.
 */
export async function crossCertified(now: Date) {
  const [old, young] = [await newRoot('Old Root', now), await newRoot('Young Root', now)];
  const certified = (at: Date, days: number) =>
    certifiedBy(
      issuerOf(old),
      { commonName: 'Young Root', publicKey: young.key.publicKey, days, extensions: issuing(0) },
      at,
    );
  const unit = newEcKey();
  const leaf = await certifiedBy(
    issuerOf(young),
    {
      commonName: 'Unit',
      publicKey: unit.publicKey,
      days: 365,
      extensions: [
        endEntityConstraints(),
        keyUsage(KeyUsageFlags.digitalSignature),
        extendedKeyUsage([id_kp_timeStamping], true),
      ],
    },
    now,
  );
  const cross = await certified(now, 365);
  const identity = (...chain: readonly Uint8Array[]): SigningIdentity => ({
    certificate: leaf,
    chain,
    algorithm: 'ecdsa-sha256',
    sign: unit.sign,
  });
  return {
    leaf,
    old: old.certificate,
    young: young.certificate,
    cross,
    /** The earlier version of the cross-certificate. */
    expired: await certified(new Date(now.getTime() - 60 * DAY), 30),
    identity,
  };
}
