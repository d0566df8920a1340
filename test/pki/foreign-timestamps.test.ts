import { OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo, MessageImprint, TSTInfo } from '@peculiar/asn1-tsp';
import {
  AlgorithmIdentifier,
  ExtendedKeyUsage,
  id_ce_extKeyUsage,
  id_kp_timeStamping,
} from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { bufferOf, encode } from '../../shared/pki/asn1/der.ts';
import { checkStrictForm } from '../../shared/pki/cms/check-signing-certificate.ts';
import { CmsError } from '../../shared/pki/cms/cms-error.ts';
import { openSignedData } from '../../shared/pki/cms/open-signed-data.ts';
import { canonicalToken } from '../../shared/pki/timestamp/canonical-token.ts';
import { checkTimestampToken } from '../../shared/pki/timestamp/timestamp-token.ts';
import {
  certId,
  contentType,
  digestOf,
  holder,
  ID,
  messageDigest,
  signedBy,
  signingCertificate,
  signingCertificateV1,
  signingTime,
} from './published/cms-writer.ts';
import { anchor, certified, extension, NOW, signing } from './published/laboratory.ts';

const DIGEST = digestOf(Buffer.from('Contratto'));
const PURPOSE = extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_timeStamping]), true);
const authority = certified(anchor, { extensions: signing(PURPOSE) });
const other = holder();

const INFO = encode(
  new TSTInfo({
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: ID.sha256 }),
      hashedMessage: new OctetString(DIGEST),
    }),
    serialNumber: bufferOf(Uint8Array.of(7)),
    genTime: NOW,
  }),
);

/** A validly signed token with these signed attributes in this order. */
const token = (...signed: readonly Uint8Array[]) =>
  signedBy({ by: authority, signed }, { version: 3, contentType: id_ct_tstInfo, content: INFO });
const inOrder = (...all: readonly Uint8Array[]) => all.toSorted((a, b) => Buffer.compare(a, b));

const said = [contentType(id_ct_tstInfo), messageDigest(digestOf(INFO))];
const named = signingCertificate(certId(authority));
const TIME = signingTime('261124101530Z');

/** Variants that authorities are known or likely to use; sealed files with them were accepted. */
const TAKEN = {
  'signed attributes against the order of DER': token(...inOrder(...said, named).reverse()),
  'the signing time twice': token(...inOrder(...said, named, TIME, TIME)),
  'the right hash under another issuer’s number': token(
    ...inOrder(...said, signingCertificate(certId(authority, undefined, other))),
  ),
  'another certificate by SHA-1': token(...inOrder(...said, named, signingCertificateV1(other))),
};

describe.each(Object.entries(TAKEN))('a timestamp of another authority, with %s', (_, bytes) => {
  test('is taken as it always was, stored and verified', async () => {
    const stored = await canonicalToken(bytes, DIGEST, [anchor.certificate]);
    expect((await checkTimestampToken(stored, DIGEST)).time).toEqual(NOW);
  });

  test('would be refused in a signature of ours', async () => {
    const { signerInfo, certificate } = openSignedData(bytes);
    await expect(checkStrictForm(signerInfo, certificate)).rejects.toThrow(CmsError);
  });
});

test('a timestamp whose signed reference has another certificate’s hash is refused', async () => {
  const wrong = token(...inOrder(...said, signingCertificate(certId(other))));
  await expect(checkTimestampToken(wrong, DIGEST)).rejects.toThrow('not the one that was signed');
});

test('a timestamp whose order was changed after it was signed is refused', async () => {
  const signed = inOrder(...said, named);
  const over = Buffer.concat([Uint8Array.of(0x31, 0x81, Buffer.concat(signed).length), ...signed]);
  const changed = signedBy(
    { by: authority, signed: signed.toReversed(), over: new Uint8Array(over) },
    { version: 3, contentType: id_ct_tstInfo, content: INFO },
  );
  await expect(checkTimestampToken(changed, DIGEST)).rejects.toThrow('the signature is invalid');
});
