import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { Attribute, SignerInfo } from '@peculiar/asn1-cms';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { bufferOf, encode } from '../../shared/pki/asn1/der.ts';
import { canonicalAlgorithms } from '../../shared/pki/cms/canonical-algorithms.ts';
import { lowSSignature } from '../../shared/pki/signature/ecdsa.ts';

const ID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  pss: '1.2.840.113549.1.1.10',
  protection: '1.2.840.113549.1.9.52',
};

describe('of the two forms of an ECDSA signature', () => {
  test.each([
    ['P-256', p256],
    ['P-384', p384],
    ['P-521', p521],
  ] as const)('on %s the one with the lower s is taken', (namedCurve, curve) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));
    const data = Buffer.from('Contratto');
    const signature = new Uint8Array(sign('sha256', data, privateKey));
    const { r, s } = curve.Signature.fromBytes(signature, 'der');
    const other = new curve.Signature(r, curve.Point.Fn.ORDER - s).toBytes('der');
    const sole = lowSSignature(signature, spki);
    expect(lowSSignature(other, spki)).toEqual(sole);
    expect(curve.Signature.fromBytes(sole, 'der').hasHighS()).toBe(false);
    expect(verify('sha256', data, publicKey, sole)).toBe(true);
  });
});

const hex = (algorithm: AlgorithmIdentifier) => Buffer.from(encode(algorithm)).toString('hex');
const signer = (
  algorithm: string,
  parameters?: Uint8Array | null,
  signed: readonly Attribute[] = [],
) =>
  new SignerInfo({
    digestAlgorithm: new AlgorithmIdentifier({ algorithm: ID.sha256, parameters: null }),
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithm,
      ...(parameters !== undefined && { parameters: parameters && bufferOf(parameters) }),
    }),
    signedAttrs: [...signed],
  });

describe('of the names of a CMS’s algorithms', () => {
  test('one is taken for RSA, by the digest', () => {
    const plain = hex(canonicalAlgorithms(signer(ID.rsaSha256, null)).signature);
    expect(hex(canonicalAlgorithms(signer(ID.rsa, null)).signature)).toBe(plain);
    expect(hex(canonicalAlgorithms(signer(ID.rsa)).signature)).toBe(plain);
    expect(plain).toBe('300d06092a864886f70d01010b0500');
  });

  test('one form of the parameters of RSASSA-PSS is taken', () => {
    const withNull = '300d06096086480165030402010500';
    const without = '300b0609608648016503040201';
    const mask = (hash: string, length: number) =>
      `a1${(length + 2).toString(16)}30${length.toString(16)}06092a864886f70d010108${hash}`;
    const forms = [
      `3034a00f${withNull}${mask(withNull, 0x1a)}a203020120`,
      `3030a00d${without}${mask(without, 0x18)}a203020120`,
      `3039a00f${withNull}${mask(withNull, 0x1a)}a203020120a303020101`,
    ].map((form) => Buffer.from(form, 'hex'));
    const written = forms.map((form) => hex(canonicalAlgorithms(signer(ID.pss, form)).signature));
    expect(new Set(written)).toEqual(
      new Set([`304106092a864886f70d01010a${forms[0]?.toString('hex')}`]),
    );
  });

  test('the signer’s own are taken where it has signed them (RFC 6211)', () => {
    const digest = '300d06096086480165030402010500';
    const value = Buffer.from(`301e${digest}a10d06092a864886f70d0101010500`, 'hex');
    const attribute = new Attribute({ attrType: ID.protection, attrValues: [bufferOf(value)] });
    const { digest: named, signature } = canonicalAlgorithms(
      signer(ID.rsaSha256, null, [attribute]),
    );
    expect(hex(named)).toBe(digest);
    expect(hex(signature)).toBe('300d06092a864886f70d0101010500');
  });
});
