import type { Company } from '../../shared/pki/authority.ts';
import { createSigningRequest } from '../../shared/pki/certificate-signing-request.ts';
import { checkCertifiedChain } from '../../shared/pki/certified-chain.ts';
import { commonNameOf } from '../../shared/pki/distinguished-name.ts';
import { certificatesIn, pemOf, requestPemOf } from '../../shared/pki/pem.ts';
import { readCertificate } from '../../shared/pki/read-certificate.ts';
import type { Documents, SigningKey } from '../../shared/ports.ts';

/** Where the sealing function looks for it. */
const STORED = 'pki/seal-chain.pem';

/** The PKCS #10 request for the seal key, PEM, to be sent to a public authority. */
export async function sealKeyRequest(key: SigningKey, company: Company): Promise<string> {
  const publicKey = await key.publicKey();
  const sign = (digest: Uint8Array) => key.sign(digest);
  return requestPemOf(await createSigningRequest(company, { publicKey, sign }));
}

/**
 * Stores the chain that the authority gave; every document closed from now on is sealed with it.
 * Answers who certified whom until when. Throws `ChainRejected`.
 */
export async function installSealChain(
  { documents, key, now }: { documents: Pick<Documents, 'put'>; key: SigningKey; now: Date },
  pem: string,
): Promise<{ subject: string; issuer: string; until: Date }> {
  const chain = certificatesIn(pem);
  await checkCertifiedChain(chain, { publicKey: await key.publicKey(), at: now });
  const text = Buffer.from(chain.map(pemOf).join(''));
  await documents.put(STORED, text, { contentType: 'application/x-pem-file' });
  const { subject, issuer, validity } = readCertificate(chain[0]!).tbsCertificate;
  return {
    subject: commonNameOf(subject),
    issuer: commonNameOf(issuer),
    until: validity.notAfter.getTime(),
  };
}
