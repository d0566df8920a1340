import { Attributes, CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr';
import { Attribute, Extensions, KeyUsageFlags, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { bufferOf, decode, encode, encodeAny } from '../asn1/der.ts';
import type { Company, ManagedKey } from '../authority/authority.ts';
import { SIGNATURE_ALGORITHMS } from '../signature/algorithms.ts';
import { companyName } from './distinguished-name.ts';
import { DOCUMENT_SIGNING, extendedKeyUsage, keyUsage } from './extensions.ts';

/** `extensionRequest`, RFC 2985 §5.4.2. */
const ID_EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/**
 * A PKCS #10 request (RFC 2986), DER, for a document-signing certificate of the company from an outside
 * authority. The key must be P-256.
 */
export async function createSigningRequest(
  company: Company,
  { publicKey, sign }: ManagedKey,
): Promise<Uint8Array> {
  const extensions = new Extensions([
    keyUsage(KeyUsageFlags.digitalSignature, KeyUsageFlags.nonRepudiation),
    extendedKeyUsage(DOCUMENT_SIGNING),
  ]);
  const certificationRequestInfo = new CertificationRequestInfo({
    subject: companyName(company),
    subjectPKInfo: decode(publicKey, SubjectPublicKeyInfo),
    attributes: new Attributes([
      new Attribute({ type: ID_EXTENSION_REQUEST, values: [encodeAny(extensions)] }),
    ]),
  });
  const signature = await sign(encode(certificationRequestInfo));
  return encode(
    new CertificationRequest({
      certificationRequestInfo,
      signatureAlgorithm: SIGNATURE_ALGORITHMS['ecdsa-sha256'](),
      signature: bufferOf(signature),
    }),
  );
}
