import {
  AsnIntegerArrayBufferConverter,
  AsnProp,
  AsnPropTypes,
  AsnType,
  AsnTypeTypes,
  OctetString,
} from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extension, Name } from '@peculiar/asn1-x509';

/** RFC 6960 §4.1.1: names a certificate by digests of its issuer's name and key. */
export class CertId {
  hashAlgorithm = new AlgorithmIdentifier();
  issuerNameHash = new OctetString();
  issuerKeyHash = new OctetString();
  serialNumber = new ArrayBuffer(0);
}

export class OcspQuestion {
  certId = new CertId();
}

class TbsOcspRequest {
  questions: OcspQuestion[] = [];
}

/** RFC 6960 §4.1.1, unsigned and without extensions. */
export class OcspRequest {
  toBeSigned = new TbsOcspRequest();
}

export class ResponseBytes {
  type = '';
  response = new OctetString();
}

/** RFC 6960 §4.2.1. */
export class OcspResponse {
  status = 0;
  bytes?: ResponseBytes;
}

export class RevokedInfo {
  time = new Date(0);
  reason?: number;
}

/** One of three; `null` is how a NULL that is there reads. */
class CertStatus {
  good?: null;
  revoked?: RevokedInfo;
  unknown?: null;
}

export class SingleResponse {
  certId = new CertId();
  status = new CertStatus();
  thisUpdate = new Date(0);
  nextUpdate?: Date;
  extensions?: Extension[];
}

/** One of two: the signer's name, or the SHA-1 of its key's bits. */
export class ResponderId {
  byName?: Name;
  byKey?: OctetString;
}

class ResponseData {
  version = 0;
  responder = new ResponderId();
  producedAt = new Date(0);
  responses: SingleResponse[] = [];
  extensions?: Extension[];
}

/** RFC 6960 §4.2.1; the certificates as the bytes they are. */
export class BasicOcspResponse {
  data = new ResponseData();
  dataRaw?: ArrayBuffer;
  signatureAlgorithm = new AlgorithmIdentifier();
  signature = new ArrayBuffer(0);
  certificates?: ArrayBuffer[];
}

type Property = Parameters<typeof AsnProp>[0];
const { Integer, Any, GeneralizedTime, ObjectIdentifier, Enumerated, BitString, Null } =
  AsnPropTypes;

/** In the order of the standard. */
const sequence = (schema: new () => object, properties: Record<string, Property>): void => {
  for (const [name, property] of Object.entries(properties))
    AsnProp(property)(schema.prototype, name);
};

const extensions = (context: number): Property => ({
  type: Extension,
  repeated: 'sequence',
  context,
  optional: true,
});

sequence(CertId, {
  hashAlgorithm: { type: AlgorithmIdentifier },
  issuerNameHash: { type: OctetString },
  issuerKeyHash: { type: OctetString },
  serialNumber: { type: Integer, converter: AsnIntegerArrayBufferConverter },
});
sequence(OcspQuestion, { certId: { type: CertId } });
sequence(TbsOcspRequest, { questions: { type: OcspQuestion, repeated: 'sequence' } });
sequence(OcspRequest, { toBeSigned: { type: TbsOcspRequest } });
sequence(ResponseBytes, { type: { type: ObjectIdentifier }, response: { type: OctetString } });
sequence(OcspResponse, {
  status: { type: Enumerated },
  bytes: { type: ResponseBytes, context: 0, optional: true },
});
sequence(RevokedInfo, {
  time: { type: GeneralizedTime },
  reason: { type: Enumerated, context: 0, optional: true },
});
AsnType({ type: AsnTypeTypes.Choice })(CertStatus);
sequence(CertStatus, {
  good: { type: Null, context: 0, implicit: true },
  revoked: { type: RevokedInfo, context: 1, implicit: true },
  unknown: { type: Null, context: 2, implicit: true },
});
sequence(SingleResponse, {
  certId: { type: CertId },
  status: { type: CertStatus },
  thisUpdate: { type: GeneralizedTime },
  nextUpdate: { type: GeneralizedTime, context: 0, optional: true },
  extensions: extensions(1),
});
AsnType({ type: AsnTypeTypes.Choice })(ResponderId);
sequence(ResponderId, {
  byName: { type: Name, context: 1 },
  byKey: { type: OctetString, context: 2 },
});
sequence(ResponseData, {
  version: { type: Integer, context: 0, defaultValue: 0 },
  responder: { type: ResponderId },
  producedAt: { type: GeneralizedTime },
  responses: { type: SingleResponse, repeated: 'sequence' },
  extensions: extensions(1),
});
sequence(BasicOcspResponse, {
  data: { type: ResponseData, raw: true },
  signatureAlgorithm: { type: AlgorithmIdentifier },
  signature: { type: BitString },
  certificates: { type: Any, repeated: 'sequence', context: 0, optional: true },
});
