import { OctetString } from '@peculiar/asn1-schema';
import {
  CertificateList,
  CRLNumber,
  CRLReason,
  CRLReasons,
  Extension,
  id_ce_cRLNumber,
  id_ce_cRLReasons,
  RevokedCertificate,
  TBSCertList,
  Time,
  Version,
} from '@peculiar/asn1-x509';
import { bufferOf, encode, encodeAny } from '../asn1/der.ts';
import { authorityKeyIdentifier } from '../certificate/extensions.ts';
import { issuerOf } from '../certificate/issuer.ts';
import type { Signer } from '../identity.ts';
import { SIGNATURE_ALGORITHMS } from '../signature/algorithms.ts';

/** The list is renewed daily; 30 days bridge an outage of the renewal. */
const NEXT_UPDATE_DAYS = 30;
const DAY = 86_400_000;

export interface Revocation {
  /** Content octets of the serial number INTEGER, as in the certificate. */
  readonly serialNumber: Uint8Array;
  readonly at: Date;
  readonly reason: 'keyCompromise' | 'cessationOfOperation' | 'superseded';
}

export interface RevocationListRequest {
  /** The root certificate (DER) and its P-256 key. */
  readonly authority: { readonly root: Uint8Array; readonly sign: Signer };
  readonly revoked?: readonly Revocation[];
  readonly now: Date;
}

/** The authority's certificate revocation list (RFC 5280 § 5), DER, valid for 30 days. */
export async function issueRevocationList(request: RevocationListRequest): Promise<Uint8Array> {
  const signatureAlgorithm = SIGNATURE_ALGORITHMS['ecdsa-sha256']();
  const tbsCertList = toBeSigned(request);
  tbsCertList.signature = signatureAlgorithm;
  const signature = await request.authority.sign(encode(tbsCertList));
  return encode(
    new CertificateList({ tbsCertList, signatureAlgorithm, signature: bufferOf(signature) }),
  );
}

function toBeSigned({ authority, revoked = [], now }: RevocationListRequest) {
  const { name, publicKey } = issuerOf(authority.root, authority.sign);
  return new TBSCertList({
    version: Version.v2,
    issuer: name,
    thisUpdate: new Time(now),
    nextUpdate: new Time(new Date(now.getTime() + NEXT_UPDATE_DAYS * DAY)),
    ...(revoked.length > 0 && { revokedCertificates: revoked.map(toEntry) }),
    crlExtensions: [
      authorityKeyIdentifier(publicKey),
      extension(id_ce_cRLNumber, new CRLNumber(Math.floor(now.getTime() / 1000))),
    ],
  });
}

const toEntry = ({ serialNumber, at, reason }: Revocation): RevokedCertificate =>
  new RevokedCertificate({
    userCertificate: bufferOf(serialNumber),
    revocationDate: new Time(at),
    crlEntryExtensions: [extension(id_ce_cRLReasons, new CRLReason(CRLReasons[reason]))],
  });

const extension = (extnID: string, value: object): Extension =>
  new Extension({ extnID, extnValue: new OctetString(encodeAny(value)) });
