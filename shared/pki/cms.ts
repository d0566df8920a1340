import { id_data } from '@peculiar/asn1-cms';
import { sha256 } from './digest.ts';
import type { SigningIdentity, Timestamper } from './identity.ts';
import { attribute, signData } from './signed-data.ts';

/** `id-aa-timeStampToken`, RFC 3161 appendix A: the signature timestamp of CAdES-T. */
export const ID_SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14';

/**
 * A detached CAdES signature with a signature timestamp (ETSI EN 319 122-1, level B-T), as a
 * `ContentInfo` in DER: what `/Contents` of an `ETSI.CAdES.detached` signature holds.
 */
export const createSignature = (
  identity: SigningIdentity,
  documentSha256: Uint8Array,
  timestamp: Timestamper,
): Promise<Uint8Array> =>
  signData(identity, { type: id_data, sha256: documentSha256 }, async (signature) => {
    const token = await timestamp(await sha256(signature));
    return [attribute(ID_SIGNATURE_TIMESTAMP, token)];
  });
