import { OctetString } from '@peculiar/asn1-schema';
import {
  CertificateList,
  DistributionPointName,
  Extension,
  Extensions,
  GeneralName,
  IssuingDistributionPoint,
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
} from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { bufferOf, decode, encode, encodeAny } from '../../shared/pki/asn1/der.ts';
import { bytesOf, contentOf, elementAt, elementsIn } from '../../shared/pki/asn1/der-elements.ts';
import {
  issueRevocationList,
  type Revocation,
} from '../../shared/pki/authority/issue-revocation-list.ts';
import { readCertificate } from '../../shared/pki/certificate/read-certificate.ts';
import { readRevocationList } from '../../shared/pki/revocation/read-revocation-list.ts';
import { revocationStatus } from '../../shared/pki/revocation/revocation-check.ts';
import { CRL_URL, createCompany } from './company.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

const company = await createCompany(NOW);
const { root, seal } = company.authority;
const authority = { root, sign: company.keys.authority.sign };
const certified = [seal, root] as const;

const serialOf = (der: Uint8Array) =>
  new Uint8Array(readCertificate(der).tbsCertificate.serialNumber);
const revocation = (serialNumber: Uint8Array): Revocation => ({
  serialNumber,
  at: NOW,
  reason: 'superseded',
});
const listOf = (...revoked: readonly Revocation[]) =>
  issueRevocationList({ authority, revoked, now: NOW });
const statusBy = (list: Uint8Array, at = NOW) =>
  revocationStatus(certified, { revocationLists: [list], ocspResponses: [] }, at);

/** Changed and signed again by the issuer. */
async function changed(list: Uint8Array, change: (list: CertificateList) => void) {
  const copy = decode(list, CertificateList);
  change(copy);
  delete copy.tbsCertListRaw;
  copy.signature = bufferOf(await authority.sign(encode(copy.tbsCertList)));
  return encode(copy);
}
const withExtension = async (list: Uint8Array, extnID: string, value: ArrayBuffer) =>
  changed(list, ({ tbsCertList }) => {
    const extension = new Extension({ extnID, critical: true, extnValue: new OctetString(value) });
    tbsCertList.crlExtensions = new Extensions([...(tbsCertList.crlExtensions ?? []), extension]);
  });
const scope = (facts: Partial<IssuingDistributionPoint>) =>
  encodeAny(new IssuingDistributionPoint(facts));

/** One of the nested DER elements. */
function wrapped(tag: number, ...inside: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(inside);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([Uint8Array.of(tag, 0x84), length, content]);
}

describe('a list of tens of thousands, as public authorities have', () => {
  /** With the revoked entries of another list before its own. */
  async function listAfter(count: number, ...revoked: readonly Revocation[]) {
    const short = await listOf(revocation(Uint8Array.of(1)), ...revoked);
    const [signed, algorithm] = elementsIn(short, elementAt(short, 0));
    const parts = [...elementsIn(short, signed!)];
    const entries = parts[5]!;
    const [first] = elementsIn(short, entries);
    const others = Array.from({ length: count }, () => bytesOf(short, first!));
    const long = wrapped(0x30, ...others, contentOf(short, entries));
    const tbs = wrapped(0x30, ...parts.map((it) => (it === entries ? long : bytesOf(short, it))));
    const signature = wrapped(0x03, Uint8Array.of(0), await authority.sign(tbs));
    return wrapped(0x30, tbs, bytesOf(short, algorithm!), signature);
  }

  test('names whom it names, the last one too, and no one else', async () => {
    expect(await statusBy(await listAfter(100_000))).toBe('good');
    const list = await listAfter(100_000, revocation(serialOf(seal)));
    expect(await statusBy(list)).toBe('revoked');
    expect(await statusBy(list, later(-1 / 24))).toBe('good');
  });
});

describe('a list says nothing', () => {
  test('when it ended before the time that is asked about', async () => {
    expect(await statusBy(await listOf(), later(29))).toBe('good');
    expect(await statusBy(await listOf(), later(31))).toBe('unknown');
  });

  test('by an issuer that may not sign lists, though it has the name and the key', async () => {
    const sealAsIssuer = [seal, seal] as const;
    const list = await issueRevocationList({
      authority: { root: seal, sign: company.keys.seal.sign },
      now: NOW,
    });
    const data = { revocationLists: [list], ocspResponses: [] };
    expect(await revocationStatus(sealAsIssuer, data, NOW)).toBe('unknown');
  });

  test.each<[string, string, ArrayBuffer]>([
    ['only of what changed', id_ce_deltaCRLIndicator, Uint8Array.of(2, 1, 7).buffer],
    ['with something that must be understood', '1.2.3.4', Uint8Array.of(5, 0).buffer],
    ['of other issuers too', id_ce_issuingDistributionPoint, scope({ indirectCRL: true })],
    ['of authorities', id_ce_issuingDistributionPoint, scope({ onlyContainsCACerts: true })],
    [
      'of those published elsewhere',
      id_ce_issuingDistributionPoint,
      scope({
        distributionPoint: new DistributionPointName({
          fullName: [new GeneralName({ uniformResourceIdentifier: 'http://elsewhere.example/' })],
        }),
      }),
    ],
  ])('%s', async (_, extnID, value) => {
    expect(await statusBy(await withExtension(await listOf(), extnID, value))).toBe('unknown');
    const naming = await withExtension(await listOf(revocation(serialOf(seal))), extnID, value);
    expect(await statusBy(naming)).toBe('revoked');
  });

  test('of end entities at the address in their certificates it says all', async () => {
    const distributionPoint = new DistributionPointName({
      fullName: [new GeneralName({ uniformResourceIdentifier: CRL_URL })],
    });
    const value = scope({ distributionPoint, onlyContainsUserCerts: true });
    const list = await withExtension(await listOf(), id_ce_issuingDistributionPoint, value);
    expect(await statusBy(list)).toBe('good');
  });
});

describe('what is no list', () => {
  test('is not read: cut anywhere, with something behind it, under two algorithms', async () => {
    const list = await listOf(revocation(serialOf(seal)));
    for (let length = 0; length < list.length; length += 7)
      expect(() => readRevocationList(list.slice(0, length)), `${length}`).toThrow();
    const two = await changed(list, ({ signatureAlgorithm }) => {
      signatureAlgorithm.algorithm = '1.2.840.10045.4.3.3';
    });
    expect(() => readRevocationList(two)).toThrow('signature algorithms differ');
    expect(() => readRevocationList(seal)).toThrow();
  });

  test('is not believed once a bit of it was changed', async () => {
    const list = await listOf(revocation(serialOf(seal)));
    for (let at = 0; at < list.length; at += 1) {
      const copy = list.slice();
      copy[at]! ^= 1;
      const status = await statusBy(copy).catch(() => 'unknown');
      expect(status, `byte ${at}`).toBe('unknown');
    }
  });
});
