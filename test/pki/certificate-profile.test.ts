import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  ExtendedKeyUsage,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  id_kp_timeStamping,
  KeyUsage,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { decode } from '../../shared/pki/asn1/der.ts';
import { DOCUMENT_SIGNING } from '../../shared/pki/certificate/extensions.ts';
import { POLICIES } from '../../shared/pki/certificate/policies.ts';
import { readCertificate } from '../../shared/pki/certificate/read-certificate.ts';
import { extensionValue } from '../../shared/pki/path/certificate-path.ts';
import { createCompany } from './company.ts';

const company = await createCompany(new Date('2026-11-24T10:15:30Z'));
const { root, seal, timestamp } = company.authority;
const person = (await company.person('Zoë Müller', 'zoe@example.com')).certificate;

const VALIDITY_ASSURED = '0.4.0.194121.2.1';

const inside = <T>(der: Uint8Array, identifier: string, schema: new () => T): T =>
  decode(extensionValue(der, identifier)!, schema);
const criticalOf = (der: Uint8Array) =>
  readCertificate(der)
    .tbsCertificate.extensions!.filter(({ critical }) => critical)
    .map(({ extnID }) => extnID);
const serialOf = (der: Uint8Array) =>
  Buffer.from(readCertificate(der).tbsCertificate.serialNumber).toString('hex');
const policiesOf = (der: Uint8Array) =>
  [...inside(der, id_ce_certificatePolicies, CertificatePolicies)].map(
    ({ policyIdentifier }) => policyIdentifier,
  );

describe('a person’s certificate (ETSI EN 319 412-2)', () => {
  test('is for commitments to content alone, and for documents', () => {
    expect(inside(person, id_ce_keyUsage, KeyUsage).toJSON()).toEqual(['nonRepudiation']);
    expect([...inside(person, id_ce_extKeyUsage, ExtendedKeyUsage)]).toEqual(DOCUMENT_SIGNING);
    expect(policiesOf(person)).toEqual([POLICIES.oneTimeSignature]);
  });

  test('says that its validity is assured by its short life (EN 319 412-1 §5.2)', () => {
    expect(extensionValue(person, VALIDITY_ASSURED)).toEqual(Uint8Array.of(5, 0));
    for (const long of [root, seal, timestamp])
      expect(extensionValue(long, VALIDITY_ASSURED)).toBe(undefined);
  });
});

test('the seal’s certificate is for signatures on documents under a policy of its own', () => {
  const usage = inside(seal, id_ce_keyUsage, KeyUsage).toJSON();
  expect(usage).toEqual(['nonRepudiation']);
  expect(policiesOf(seal)).toEqual([POLICIES.companySeal]);
});

test('the timestamps’ certificate is for timestamps alone, critically (RFC 3161 §2.3)', () => {
  expect([...inside(timestamp, id_ce_extKeyUsage, ExtendedKeyUsage)]).toEqual([id_kp_timeStamping]);
  expect(criticalOf(timestamp)).toContain(id_ce_extKeyUsage);
  expect(policiesOf(timestamp)).toEqual([POLICIES.ownTimestamp]);
});

test('the root may certify end entities alone, and sign lists', () => {
  const { cA, pathLenConstraint } = inside(root, id_ce_basicConstraints, BasicConstraints);
  expect([cA, pathLenConstraint]).toEqual([true, 0]);
  expect(inside(root, id_ce_keyUsage, KeyUsage).toJSON()).toEqual(['crlSign', 'keyCertSign']);
});

test('every certificate’s constraints are critical, its key identifiers lead to the root', () => {
  const rootKey = inside(root, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier);
  for (const der of [root, seal, timestamp, person]) {
    expect(criticalOf(der)).toEqual(
      expect.arrayContaining([id_ce_basicConstraints, id_ce_keyUsage]),
    );
    const { keyIdentifier } = inside(der, id_ce_authorityKeyIdentifier, AuthorityKeyIdentifier);
    expect(Buffer.from(keyIdentifier!.buffer)).toEqual(Buffer.from(rootKey.buffer));
  }
});

test('every serial number has more than 64 random bits and is never used twice', () => {
  const serials = [root, seal, timestamp, person].map(serialOf);
  expect(new Set(serials).size).toBe(4);
  for (const serial of serials) expect(serial).toMatch(/^01[0-9a-f]{32}$/);
});
