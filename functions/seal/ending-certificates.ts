import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import type { Authority } from '../../shared/pki/authority/authority.ts';
import { storedSealChain } from './installed-chain.ts';
import type { EndingCertificate, SealPorts } from './ports.ts';

/**
 * Days before expiry. 30 suffice to have a public authority certify the key again. The company's own
 * certificates are renewed two years or more before expiry, so one with a year left shows that the renewal
 * fails.
 */
const WARN_DAYS: Readonly<Record<EndingCertificate, number>> = {
  root: 365,
  seal: 365,
  timestamp: 365,
  'installed chain': 30,
  'outside root': 30,
};

const DAY_MS = 86_400_000;

/** Reports every certificate in use that expires soon or has expired. */
export async function reportExpiringCertificates(ports: SealPorts, authority: Authority) {
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
