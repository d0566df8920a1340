import { Certificate, type Extension, KeyUsageFlags } from '@peculiar/asn1-x509';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { decode, encode } from '../../shared/pki/asn1/der.ts';
import { toName } from '../../shared/pki/certificate/distinguished-name.ts';
import {
  DOCUMENT_SIGNING,
  endEntityConstraints,
  extendedKeyUsage,
  keyUsage,
  revocationListAt,
} from '../../shared/pki/certificate/extensions.ts';
import { issueCertificate } from '../../shared/pki/certificate/issue-certificate.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import { ACME, type TestCompany } from './company.ts';

const DAY = 86_400_000;

const SIGNING = [KeyUsageFlags.digitalSignature, KeyUsageFlags.nonRepudiation];

export interface CertifiedOptions {
  /** `none`: without the extension. */
  readonly usage?: readonly KeyUsageFlags[];
  readonly purposes?: readonly string[];
  /** Replaces the URL of the revocation list. */
  readonly further?: readonly Extension[];
}

/** A public authority's response for a key: its certificate for two years, then its issuer. */
export async function certifiedChain(
  { company, url }: { company: TestCompany; url: string },
  publicKey: Uint8Array,
  clock: Clock,
  { usage = SIGNING, purposes = DOCUMENT_SIGNING, further }: CertifiedOptions = {},
): Promise<{ chain: readonly Uint8Array[] }> {
  const { root } = company.authority;
  const { subject, subjectPublicKeyInfo } = decode(root, Certificate).tbsCertificate;
  const issuer = {
    name: subject,
    publicKey: encode(subjectPublicKeyInfo),
    sign: company.keys.authority.sign,
  };
  const request = {
    subject: toName({ country: 'IT', organization: ACME.name, commonName: ACME.name }),
    publicKey,
    notBefore: clock.now(),
    notAfter: new Date(clock.now().getTime() + 730 * DAY),
    extensions: [
      endEntityConstraints(),
      ...(usage.length > 0 ? [keyUsage(...usage)] : []),
      extendedKeyUsage(purposes),
      ...(further ?? [revocationListAt(`${url}/revoked.crl`)]),
    ],
  };
  const certificate = await issueCertificate(issuer, request, systemRandom);
  return { chain: [certificate, root] };
}
