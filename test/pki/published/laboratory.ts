import {
  generateKeyPairSync,
  type KeyObject,
  type KeyPairKeyObjectResult,
  sign,
} from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate,
  CertificateList,
  CRLDistributionPoints,
  CRLNumber,
  DistributionPoint,
  DistributionPointName,
  Extension,
  Extensions,
  GeneralName,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_cRLNumber,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  type Name,
  RevokedCertificate,
  SubjectPublicKeyInfo,
  TBSCertificate,
  TBSCertList,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { bufferOf, decode, encode, encodeAny } from '../../../shared/pki/asn1/der.ts';
import { toName } from '../../../shared/pki/certificate/distinguished-name.ts';
import { readCertificate } from '../../../shared/pki/certificate/read-certificate.ts';

/** Creates certificates and revocation lists, including invalid ones that no authority would issue. */

export const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;
export const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY);

export const named = (commonName: string): Name =>
  toName({ country: 'US', organization: 'Test Certificates', commonName });

export interface Key {
  readonly spki: Uint8Array;
  readonly algorithm: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** ECDSA with SHA-256, RSA with SHA-256, DSA with SHA-256. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ec: '1.2.840.10045.4.3.2',
  rsa: '1.2.840.113549.1.1.11',
  dsa: '2.16.840.1.101.3.4.3.2',
};

const keyOf = (publicKey: KeyObject, privateKey: KeyObject): Key => ({
  spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
  algorithm: ALGORITHMS[privateKey.asymmetricKeyType!]!,
  sign: (bytes) => new Uint8Array(sign('sha256', bytes, privateKey)),
});

export function ecKey(namedCurve = 'P-256'): Key {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
  return keyOf(publicKey, privateKey);
}
export function rsaKey(modulusLength: number): Key {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return keyOf(publicKey, privateKey);
}
/** A fixed key, because generating DSA parameters takes long. */
export function dsaKey(): Key {
  dsaPair ??= generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
  return keyOf(dsaPair.publicKey, dsaPair.privateKey);
}
let dsaPair: KeyPairKeyObjectResult | undefined;

export function extension(extnID: string, value: object | ArrayBuffer, critical = false) {
  const der = value instanceof ArrayBuffer ? value : encodeAny(value);
  return new Extension({ extnID, critical, extnValue: new OctetString(der) });
}

export const constraints = (facts: Partial<BasicConstraints>, critical = true): Extension =>
  extension(id_ce_basicConstraints, new BasicConstraints(facts), critical);
export const usage = (flags: number, critical = true): Extension =>
  extension(id_ce_keyUsage, new KeyUsage(flags), critical);

const { keyCertSign, cRLSign, digitalSignature, nonRepudiation } = KeyUsageFlags;
export const ISSUING = keyCertSign | cRLSign;

/** Extensions of a CA; `further` are appended. */
export const issuing = (
  pathLenConstraint?: number,
  ...further: readonly Extension[]
): Extension[] => [
  constraints({ cA: true, ...(pathLenConstraint !== undefined && { pathLenConstraint }) }),
  usage(ISSUING),
  ...further,
];
export const signing = (...further: readonly Extension[]): Extension[] => [
  usage(digitalSignature | nonRepudiation),
  ...further,
];

export const point = (facts: ConstructorParameters<typeof DistributionPoint>[0]) =>
  new DistributionPoint(facts);
export const pointsAt = (...points: readonly DistributionPoint[]): Extension =>
  extension(id_ce_cRLDistributionPoints, new CRLDistributionPoints([...points]));
export const atAddress = (url: string): DistributionPointName =>
  new DistributionPointName({ fullName: [new GeneralName({ uniformResourceIdentifier: url })] });
export const atName = (name: Name): DistributionPointName =>
  new DistributionPointName({ fullName: [new GeneralName({ directoryName: name })] });

const ADDRESS = point({ distributionPoint: atAddress('http://lists.example/crl') });
/** CRL distribution points: the given ones, and an HTTP URL, because only HTTP can be fetched. */
export const pointsBeside = (...points: readonly DistributionPoint[]): Extension =>
  pointsAt(...points, ADDRESS);

export interface Holder {
  readonly name: Name;
  readonly key: Key;
  readonly certificate: Uint8Array;
  readonly serial: Uint8Array;
}

export interface CertificateFacts {
  readonly name?: Name | string;
  readonly key?: Key;
  readonly from?: Date | Time;
  readonly to?: Date | Time;
  readonly extensions?: readonly Extension[];
  /** Replaces the usual extension; `null`: none. */
  readonly points?: Extension | null;
  readonly serial?: Uint8Array;
  readonly version?: Version;
  /** Issuer name in the certificate, if not the issuer's. */
  readonly issuerName?: Name;
  /** Signature algorithm stated inside the certificate. */
  readonly algorithm?: string;
  /** Flips a bit of the signature. */
  readonly spoilt?: boolean;
  readonly change?: (tbs: TBSCertificate) => void;
}

let made = 0;
function nextSerial(): Uint8Array {
  made += 1;
  return Uint8Array.of(0x01, made >> 8, made & 0xff);
}

const algorithmOf = (algorithm: string) =>
  new AlgorithmIdentifier({
    algorithm,
    ...(algorithm === ALGORITHMS.rsa && { parameters: null }),
  });

function spoil(signature: Uint8Array): Uint8Array {
  const copy = signature.slice();
  copy[copy.length - 1]! ^= 1;
  return copy;
}

const timeOf = (instant: Date | Time): Time =>
  instant instanceof Time ? instant : new Time(instant);

const validityOf = ({ from = inDays(-365), to = inDays(3_650) }: CertificateFacts): Validity =>
  Object.assign(new Validity(), { notBefore: timeOf(from), notAfter: timeOf(to) });

/** A certificate by the issuer; self-signed without one. */
export function certified(
  issuer: Pick<Holder, 'name' | 'key'> | undefined,
  facts: CertificateFacts,
): Holder {
  const { name: given = `Holder ${made}`, key = ecKey(), serial = nextSerial() } = facts;
  const name = typeof given === 'string' ? named(given) : given;
  const by = issuer ?? { name, key };
  const points = facts.points === undefined ? pointsBeside() : facts.points;
  const extensions = [...(facts.extensions ?? []), ...(points && issuer ? [points] : [])];
  const tbs = new TBSCertificate({
    version: facts.version ?? Version.v3,
    serialNumber: bufferOf(serial),
    signature: algorithmOf(facts.algorithm ?? by.key.algorithm),
    issuer: facts.issuerName ?? by.name,
    validity: validityOf(facts),
    subject: name,
    subjectPublicKeyInfo: decode(key.spki, SubjectPublicKeyInfo),
    ...(extensions.length > 0 && { extensions: new Extensions(extensions) }),
  });
  facts.change?.(tbs);
  const signature = by.key.sign(encode(tbs));
  const certificate = encode(
    new Certificate({
      tbsCertificate: tbs,
      signatureAlgorithm: algorithmOf(by.key.algorithm),
      signatureValue: bufferOf(facts.spoilt ? spoil(signature) : signature),
    }),
  );
  readCertificate(certificate);
  return { name, key, certificate, serial };
}

export interface ListFacts {
  readonly revoked?: readonly {
    readonly serial: Uint8Array;
    readonly at?: Date;
    readonly extensions?: readonly Extension[];
  }[];
  readonly extensions?: readonly Extension[];
  readonly from?: Date | Time;
  /** `null`: none. */
  readonly to?: Date | Time | null;
  /** Issuer name in the list. */
  readonly name?: Name;
  readonly spoilt?: boolean;
  /** Omits the CRL number (RFC 5280 §5.2.3). */
  readonly unnumbered?: true;
}

/** A revocation list by the issuer, with a CRL number. */
export function listBy(issuer: Pick<Holder, 'name' | 'key'>, facts: ListFacts = {}): Uint8Array {
  const { revoked = [], from = inDays(-1), to = inDays(30) } = facts;
  const tbsCertList = new TBSCertList({
    version: Version.v2,
    signature: algorithmOf(issuer.key.algorithm),
    issuer: facts.name ?? issuer.name,
    thisUpdate: timeOf(from),
    ...(to && { nextUpdate: timeOf(to) }),
    ...(revoked.length > 0 && {
      revokedCertificates: revoked.map(
        ({ serial, at = inDays(-30), extensions }) =>
          new RevokedCertificate({
            userCertificate: bufferOf(serial),
            revocationDate: new Time(at),
            ...(extensions && { crlEntryExtensions: [...extensions] }),
          }),
      ),
    }),
    crlExtensions: [
      ...(facts.unnumbered ? [] : [extension(id_ce_cRLNumber, new CRLNumber(1))]),
      ...(facts.extensions ?? []),
    ],
  });
  const signature = issuer.key.sign(encode(tbsCertList));
  return encode(
    new CertificateList({
      tbsCertList,
      signatureAlgorithm: algorithmOf(issuer.key.algorithm),
      signature: bufferOf(facts.spoilt ? spoil(signature) : signature),
    }),
  );
}

export const newAnchor = (facts: CertificateFacts = {}): Holder =>
  certified(undefined, { name: 'Trust Anchor', extensions: issuing(), ...facts });

export const anchor = newAnchor();
