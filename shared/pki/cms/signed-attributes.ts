import {
  type Attribute,
  id_contentType,
  id_messageDigest,
  type SignerInfo,
} from '@peculiar/asn1-cms';
import { encode, isInDerOrder } from '../asn1/der.ts';
import { ID_ALGORITHM_PROTECTION } from './canonical-algorithms.ts';
import { CmsError } from './cms-error.ts';
import { ID_SIGNING_CERTIFICATE, ID_SIGNING_CERTIFICATE_V2 } from './signing-certificate.ts';

const ID_SIGNING_TIME = '1.2.840.113549.1.9.5';

/** At most once, with one value: RFC 5652 §11.1–11.3, RFC 6211 §2, RFC 5035 §3 and §5. */
const SOLE: ReadonlySet<string> = new Set([
  id_contentType,
  id_messageDigest,
  ID_SIGNING_TIME,
  ID_ALGORITHM_PROTECTION,
  ID_SIGNING_CERTIFICATE,
  ID_SIGNING_CERTIFICATE_V2,
]);

/**
 * Throws a `CmsError` unless the signed attributes are in the order of DER (RFC 5652 §5.3), in which they are
 * hashed (§5.4), and each attribute that may occur once does so.
 */
export function checkSignedAttributes({ signedAttrs = [] }: SignerInfo): void {
  if (!isInDerOrder(signedAttrs.map(encode)))
    throw new CmsError('the signed attributes are not in DER order');
  for (const type of SOLE) soleAttribute(signedAttrs, type);
}

/** The single value of a signed attribute; undefined if it is absent. */
export function soleAttribute(all: readonly Attribute[], type: string): Uint8Array | undefined {
  const found = all.filter(({ attrType }) => attrType === type);
  const values = found.flatMap(({ attrValues }) => attrValues);
  if (found.length > 1 || values.length !== found.length)
    throw new CmsError(`signed attribute ${type} must occur exactly once`);
  return values[0] && new Uint8Array(values[0]);
}

/** As `soleAttribute`, of a mandatory one. */
export function requiredAttribute({ signedAttrs = [] }: SignerInfo, type: string): Uint8Array {
  const value = soleAttribute(signedAttrs, type);
  if (!value) throw new CmsError(`signed attribute ${type} must occur exactly once`);
  return value;
}
