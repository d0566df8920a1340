import { readCertificate } from './read-certificate.ts';

/**
 * Whether the certificate, DER, is valid at the instant. Both ends are included (RFC 5280 §4.1.2.5) and are
 * whole seconds, so an instant with milliseconds counts by its second: at 12:00:00.999 a certificate that ends
 * at 12:00:00 is still valid.
 */
export const isValidAt = (certificate: Uint8Array, at: Date): boolean =>
  secondOf(at) >= validityOf(certificate).notBefore.getTime() && !hasRunOut(certificate, at);

/** Whether the certificate's last second is over at the instant. */
export const hasRunOut = (certificate: Uint8Array, at: Date): boolean =>
  secondOf(at) > validityOf(certificate).notAfter.getTime();

const validityOf = (certificate: Uint8Array) =>
  readCertificate(certificate).tbsCertificate.validity;

const secondOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 1_000) * 1_000);
