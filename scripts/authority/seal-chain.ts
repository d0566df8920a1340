import { certificatesIn, pemOf, requestPemOf } from '../../shared/pki/asn1/pem.ts';
import type { Company } from '../../shared/pki/authority/authority.ts';
import { commonNameOf } from '../../shared/pki/certificate/distinguished-name.ts';
import { readCertificate } from '../../shared/pki/certificate/read-certificate.ts';
import { createSigningRequest } from '../../shared/pki/certificate/signing-request.ts';
import { checkCertifiedChain } from '../../shared/pki/path/certified-chain.ts';
import { fetchRevocationData } from '../../shared/pki/revocation/fetch-revocation-data.ts';
import { revocationSources } from '../../shared/pki/revocation/revocation-sources.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { SigningKey } from '../../shared/ports/keys.ts';

/** S3 key from which the sealing function reads the chain. */
const STORED = 'pki/seal-chain.pem';
/** S3 key from which verifiers read the chain. */
const PUBLISHED = 'pki/chain.pem';

const FETCH_TIMEOUT_MS = 10_000;

/** PKCS #10 certificate request (PEM) for the seal key, to be sent to a public authority. */
export async function sealKeyRequest(key: SigningKey, company: Company): Promise<string> {
  const publicKey = await key.publicKey();
  const sign = (digest: Uint8Array) => key.sign(digest);
  return requestPemOf(await createSigningRequest(company, { publicKey, sign }));
}

interface Installation {
  readonly documents: Pick<Documents, 'put'>;
  readonly key: SigningKey;
  readonly now: Date;
  readonly fetch?: typeof globalThis.fetch;
}

export interface Installed {
  readonly subject: string;
  readonly issuer: string;
  readonly until: Date;
  /** Common names of the chain's certificates without a revocation source (CRL or OCSP). */
  readonly silent: readonly string[];
}

/**
 * Stores the certificate chain that the authority issued; documents completed from now on are sealed with it.
 * Throws `ChainRejected`, or if revocation data for the chain cannot be fetched now, because nothing could be
 * sealed with it then.
 */
export async function installSealChain(
  { documents, key, now, fetch = globalThis.fetch }: Installation,
  pem: string,
): Promise<Installed> {
  const chain = certificatesIn(pem);
  await checkCertifiedChain(chain, { publicKey: await key.publicKey(), at: now });
  await fetchRevocationData({ path: chain, timeoutMs: FETCH_TIMEOUT_MS, fetch });
  const text = Buffer.from(chain.map(pemOf).join(''));
  for (const name of [STORED, PUBLISHED])
    await documents.put(name, text, { contentType: 'application/x-pem-file' });
  const { subject, issuer, validity } = readCertificate(chain[0]!).tbsCertificate;
  return {
    subject: commonNameOf(subject),
    issuer: commonNameOf(issuer),
    until: validity.notAfter.getTime(),
    silent: chain.slice(0, -1).filter(isSilent).map(nameOf),
  };
}

const isSilent = (certificate: Uint8Array): boolean =>
  Object.values(revocationSources(certificate)).every((urls) => urls.length === 0);

const nameOf = (certificate: Uint8Array): string =>
  commonNameOf(readCertificate(certificate).tbsCertificate.subject);
