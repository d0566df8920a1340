import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import { readCertificate } from '../../shared/pki/certificate/read-certificate.ts';
import { readNamedFile } from './read-named-file.ts';

const SEQUENCE = 0x30;

/**
 * As `readCertificates`, but returns an empty list for an empty file, which a company without outside
 * authorities publishes.
 */
export const readPublishedCertificates = (path: string): Uint8Array[] =>
  readNamedFile(path).length === 0 ? [] : readCertificates(path);

/** The certificates in a file (PEM or DER). Throws if it holds none or an unreadable one. */
export function readCertificates(path: string): Uint8Array[] {
  const bytes = readNamedFile(path);
  const isDer = bytes[0] === SEQUENCE;
  try {
    const found = isDer ? [bytes] : certificatesIn(Buffer.from(bytes).toString('latin1'));
    for (const certificate of found) readCertificate(certificate);
    if (found.length > 0) return found;
  } catch (cause) {
    throw new Error(`${path} holds a certificate that cannot be read`, { cause });
  }
  throw new Error(`${path} holds no certificate`);
}
