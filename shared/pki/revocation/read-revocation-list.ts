import { AlgorithmIdentifier, Extensions, RevokedCertificate, Time } from '@peculiar/asn1-x509';
import { decode } from '../asn1/der.ts';
import {
  bytesOf,
  contentOf,
  type DerElement,
  elementAt,
  elementsIn,
} from '../asn1/der-elements.ts';
import { equalBytes } from '../signature/digest.ts';

const TAGS = {
  integer: 0x02,
  sequence: 0x30,
  utcTime: 0x17,
  generalizedTime: 0x18,
  extensions: 0xa0,
};

/** `CertificateList`: a SEQUENCE of two SEQUENCEs and a BIT STRING. */
const SHAPE = [TAGS.sequence, TAGS.sequence, TAGS.sequence, 0x03].join();

export interface ReadRevocationList {
  /** DER, as in the list. */
  readonly issuer: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly extensions: Extensions;
  readonly algorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  /** The signed bytes (`TBSCertList`). */
  readonly signed: Uint8Array;
  /** The revocation date of a serial number (content octets of the INTEGER); undefined if not listed. */
  revocationOf(serialNumber: Uint8Array): Date | undefined;
}

const known = new WeakMap<Uint8Array, ReadRevocationList>();

/**
 * Parses a revocation list (RFC 5280 § 5.1). Entries are searched in place and decoded only on a match,
 * because lists of public authorities have tens of thousands. Throws if the bytes are no list.
 */
export function readRevocationList(der: Uint8Array): ReadRevocationList {
  const list = known.get(der) ?? takeApart(der);
  known.set(der, list);
  return list;
}

function takeApart(der: Uint8Array): ReadRevocationList {
  const whole = elementAt(der, 0);
  const [signed, algorithm, signature, ...others] = elementsIn(der, whole);
  const tags = [whole, signed, algorithm, signature].map((each) => each?.tag);
  const shaped = tags.join() === SHAPE && whole.end === der.length && others.length === 0;
  if (!shaped || !signed || !algorithm || !signature || der[signature.content] !== 0)
    throw new RangeError('not a revocation list');
  const { named, issuer, times, entries, extensions } = partsOf(der, signed);
  if (!equalBytes(bytesOf(der, named), bytesOf(der, algorithm)))
    throw new RangeError('the revocation list’s two signature algorithms differ');
  const [thisUpdate, nextUpdate] = times.map((time) => decode(bytesOf(der, time), Time).getTime());
  return {
    issuer: bytesOf(der, issuer),
    thisUpdate: thisUpdate as Date,
    ...(nextUpdate && { nextUpdate }),
    extensions: extensions ? decode(contentOf(der, extensions), Extensions) : new Extensions(),
    algorithm: decode(bytesOf(der, algorithm), AlgorithmIdentifier),
    signature: contentOf(der, signature).subarray(1),
    signed: bytesOf(der, signed),
    revocationOf: (serialNumber) => revocationIn(der, entries, serialNumber),
  };
}

/** `TBSCertList`: version, algorithm, issuer, thisUpdate, optional nextUpdate, entries, extensions. */
function partsOf(der: Uint8Array, signed: DerElement) {
  const parts = [...elementsIn(der, signed)];
  const takes = (...tags: readonly number[]) =>
    tags.includes(parts[0]?.tag ?? -1) ? parts.shift() : undefined;
  takes(TAGS.integer);
  const [named, issuer] = [takes(TAGS.sequence), takes(TAGS.sequence)];
  const time = () => takes(TAGS.utcTime, TAGS.generalizedTime);
  const times = [time(), time()].filter((each) => each !== undefined);
  const [entries, extensions] = [takes(TAGS.sequence), takes(TAGS.extensions)];
  if (!named || !issuer || times.length === 0 || parts.length > 0)
    throw new RangeError('not a revocation list');
  return { named, issuer, times, entries, extensions };
}

function revocationIn(
  der: Uint8Array,
  entries: DerElement | undefined,
  serialNumber: Uint8Array,
): Date | undefined {
  if (!entries) return undefined;
  for (const entry of elementsIn(der, entries))
    if (equalBytes(contentOf(der, elementAt(der, entry.content)), serialNumber))
      return decode(bytesOf(der, entry), RevokedCertificate).revocationDate.getTime();
  return undefined;
}
