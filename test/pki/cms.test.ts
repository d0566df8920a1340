import { createHash } from 'node:crypto';
import { id_signedData } from '@peculiar/asn1-cms';
import { expect, test } from 'vitest';
import { decode, Encoded, encode, sortedDer } from '../../shared/pki/asn1/der.ts';
import { CmsError } from '../../shared/pki/cms/cms-error.ts';
import {
  ID_SIGNATURE_TIMESTAMP,
  SignedContentInfo,
  WrittenContentInfo,
  WrittenSignedData,
} from '../../shared/pki/cms/cms-schema.ts';
import { createSignature } from '../../shared/pki/cms/create-signature.ts';
import { checkSignedData, openSignedData } from '../../shared/pki/cms/open-signed-data.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import { checkTimestampToken } from '../../shared/pki/timestamp/timestamp-token.ts';
import { createCompany } from './company.ts';
import { newRsaKey } from './managed-key.ts';

const NOW = new Date('2026-11-24T10:15:30.750Z');
const ID_SIGNING_TIME = '1.2.840.113549.1.9.5';

const sha256 = (data: Uint8Array | string) =>
  new Uint8Array(createHash('sha256').update(data).digest());
const DIGEST = sha256('Contratto');

const company = await createCompany(NOW);

const signature = (identity: SigningIdentity = company.seal) =>
  createSignature(identity, DIGEST, company.timestamp);

test('a signature holds for what was signed and for nothing else', async () => {
  const open = openSignedData(await signature());
  await expect(checkSignedData(open, DIGEST)).resolves.toBeUndefined();
  await expect(checkSignedData(open, sha256('Contratto!'))).rejects.toThrow(CmsError);
});

test('an RSA key seals as well', async () => {
  const rsa = await createCompany(NOW, newRsaKey());
  const identity: SigningIdentity = { ...rsa.seal, algorithm: 'rsa-sha256' };
  const open = openSignedData(await signature(identity));
  await expect(checkSignedData(open, DIGEST)).resolves.toBeUndefined();
});

test('the time stands in the signature’s timestamp, never in a signed attribute', async () => {
  const { signerInfo } = openSignedData(await signature());
  expect(signerInfo.signedAttrs?.map(({ attrType }) => attrType)).not.toContain(ID_SIGNING_TIME);
  const [attribute] = signerInfo.unsignedAttrs ?? [];
  expect(attribute?.attrType).toBe(ID_SIGNATURE_TIMESTAMP);
  const token = new Uint8Array(attribute?.attrValues[0] ?? new ArrayBuffer(0));
  const value = new Uint8Array(signerInfo.signature.buffer);
  const { time } = await checkTimestampToken(token, sha256(value));
  expect(time.toISOString()).toBe('2026-11-24T10:15:30.000Z');
});

test('the certificate cannot be exchanged for another of the same key', async () => {
  const other = await createCompany(NOW, company.keys.seal);
  const open = openSignedData(await signature());
  const exchanged = { ...open, certificate: other.authority.seal };
  await expect(checkSignedData(exchanged, DIGEST)).rejects.toThrow('not the one that was signed');
});

test('no bit of a signature can be changed', async () => {
  const der = await signature(await company.person('Zoë Müller'));
  const { signerInfo, certificates } = openSignedData(der);
  const timestampAt = Buffer.from(der).lastIndexOf(
    Buffer.from(signerInfo.unsignedAttrs?.[0]?.attrValues[0] ?? new ArrayBuffer(0)),
  );
  const rootAt = Buffer.from(der).indexOf(Buffer.from(company.authority.root));
  expect(certificates).toHaveLength(2);
  for (let at = 0; at < timestampAt; at += 7) {
    if (at >= rootAt && at < rootAt + company.authority.root.length) continue;
    const changed = der.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    async function check() {
      const open = openSignedData(changed);
      await checkSignedData(open, DIGEST);
      if (open.signerInfo.unsignedAttrs?.[0]?.attrType !== ID_SIGNATURE_TIMESTAMP)
        throw new CmsError('the timestamp is gone');
    }
    await expect(check(), `byte ${at}`).rejects.toThrow();
  }
});

test('no certificate in a signature is encoded in another way than ours', async () => {
  const { content } = decode(await signature(), SignedContentInfo);
  function withCertificates(change: (der: Uint8Array) => Uint8Array) {
    const changed = [...(content.certificates ?? [])].map((raw) => change(new Uint8Array(raw)));
    const certificates = sortedDer(changed).map((der) => new Encoded(new Uint8Array(der)));
    const signedData = Object.assign(new WrittenSignedData(), content, { certificates });
    return encode(new WrittenContentInfo(id_signedData, encode(signedData)));
  }
  const withLongerLength = (der: Uint8Array) => Uint8Array.of(0x30, 0x83, 0, ...der.slice(2));
  expect(openSignedData(withCertificates((der) => der)).certificates).toHaveLength(2);
  expect(() => openSignedData(withCertificates(withLongerLength))).toThrow('not canonical');
});

test('a timestamp for one digest says nothing of another', async () => {
  const token = await company.timestamp(DIGEST);
  await expect(checkTimestampToken(token, sha256('else'))).rejects.toThrow('another digest');
});

test('a seal’s certificate cannot make timestamps', async () => {
  const token = await signature();
  await expect(checkTimestampToken(token, DIGEST)).rejects.toThrow('not a timestamp');
});
