import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import type { Authority } from '../../shared/pki/authority/authority.ts';
import { storedSealChain } from './installed-chain.ts';
import type { EndingCertificate, SealPorts } from './ports.ts';

/**
 * A month is long enough to have a public authority certify a key anew. The company's own are renewed two
 * years and more before their end: one that has a year left was not, and nobody will notice before it ends.
 */
const WARN_DAYS: Readonly<Record<EndingCertificate, number>> = {
  root: 365,
  seal: 365,
  timestamp: 365,
  'installed chain': 30,
  'outside root': 30,
};

const DAY_MS = 86_400_000;

/** Tells of every certificate that ends soon or has ended, and will be missed then. */
export async function tellEndingCertificates(ports: SealPorts, authority: Authority) {
  const { pki, clock, timestampRoots, onEndingCertificate } = ports;
  const inUse: Readonly<Record<EndingCertificate, readonly Uint8Array[]>> = {
    root: [authority.root],
    seal: [authority.seal],
    timestamp: [authority.timestamp],
    'installed chain': await storedSealChain(ports.documents),
    'outside root': certificatesIn(timestampRoots),
  };
  for (const [each, certificates] of Object.entries(inUse)) {
    const name = each as EndingCertificate;
    const days = Math.min(...certificates.map((it) => daysUntil(pki.endOf(it), clock.now())));
    if (days < WARN_DAYS[name]) onEndingCertificate(name, days);
  }
}

const daysUntil = (end: Date, now: Date): number =>
  Math.floor((end.getTime() - now.getTime()) / DAY_MS);
