import { ResponseData } from '@peculiar/asn1-ocsp';
import { AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

/**
 * `BasicOCSPResponse` (RFC 6960 § 4.2.1) with certificates as raw DER: re-encoding them through a schema may
 * change their bytes and so break their issuer's signature.
 */
export class BasicOcspResponse {
  tbsResponseData = new ResponseData();
  tbsResponseDataRaw?: ArrayBuffer;
  signatureAlgorithm = new AlgorithmIdentifier();
  signature = new ArrayBuffer(0);
  certs?: ArrayBuffer[];
}

const property = (name: keyof BasicOcspResponse, options: Parameters<typeof AsnProp>[0]) =>
  AsnProp(options)(BasicOcspResponse.prototype, name);
property('tbsResponseData', { type: ResponseData, raw: true });
property('signatureAlgorithm', { type: AlgorithmIdentifier });
property('signature', { type: AsnPropTypes.BitString });
property('certs', { type: AsnPropTypes.Any, repeated: 'sequence', context: 0, optional: true });
