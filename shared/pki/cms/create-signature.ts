import { hash } from 'node:crypto';
import { id_data } from '@peculiar/asn1-cms';
import type { SigningIdentity, Timestamper } from '../identity.ts';
import { attribute, ID_SIGNATURE_TIMESTAMP } from './cms-schema.ts';
import { signData } from './signed-data.ts';

/**
 * A detached CAdES signature with a signature timestamp (ETSI EN 319 122-1, level B-T) as DER `ContentInfo`:
 * the value of `/Contents` for SubFilter `ETSI.CAdES.detached`.
 */
export const createSignature = (
  identity: SigningIdentity,
  documentSha256: Uint8Array,
  timestamp: Timestamper,
): Promise<Uint8Array> =>
  signData(identity, { type: id_data, sha256: documentSha256 }, async (signature) => {
    const token = await timestamp(hash('sha256', signature, 'buffer'));
    return [attribute(ID_SIGNATURE_TIMESTAMP, token)];
  });
