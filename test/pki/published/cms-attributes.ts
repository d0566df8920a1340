import { type CmsCase, invalid, valid } from './cms-case.ts';
import {
  attribute,
  certId,
  contentType,
  digestOf,
  having,
  holder,
  ID,
  messageDigest,
  oid,
  signer,
  signingCertificate,
  signingCertificateV1,
  signingTime,
  usual,
} from './cms-writer.ts';
import { anchor } from './laboratory.ts';

const other = holder();
export const CMS_ATTRIBUTES: readonly CmsCase[] = [
  invalid('5652 11.1', 'no content type', () =>
    having(messageDigest(), signingCertificate(certId(signer))),
  ),
  invalid('5652 11.1', 'another content type than the content has', () =>
    having(contentType(ID.receipt), messageDigest(), signingCertificate(certId(signer))),
  ),
  invalid('5652 11.1', 'the content type twice', () => having(...usual(), contentType())),
  invalid('5652 11.1', 'a content type of two values', () =>
    having(
      ...[messageDigest(), signingCertificate(certId(signer))],
      attribute(ID.contentType, oid(ID.data), oid(ID.receipt)),
    ),
  ),
  invalid('5652 11.2', 'no message digest', () =>
    having(contentType(), signingCertificate(certId(signer))),
  ),
  invalid('5652 11.2', 'the digest of another content', () =>
    having(
      contentType(),
      messageDigest(digestOf(Buffer.from('other'))),
      signingCertificate(certId(signer)),
    ),
  ),
  invalid('5652 11.2', 'the message digest twice, right and wrong', () =>
    having(...usual(), messageDigest(digestOf(Buffer.from('other')))),
  ),
  invalid('5652 11.2', 'a message digest without a value', () =>
    having(contentType(), attribute(ID.messageDigest), signingCertificate(certId(signer))),
  ),
  invalid('5652 11.3', 'the signing time twice', () =>
    having(...usual(), signingTime('261124101530Z'), signingTime('251124101530Z')),
  ),
  invalid('5652 11.3', 'a signing time of two values', () =>
    having(...usual(), signingTime('261124101530Z', '251124101530Z')),
  ),
  valid(
    '2634 5.4',
    'the signer’s certificate named by SHA-1 alone',
    () => having(contentType(), messageDigest(), signingCertificateV1(signer)),
    'algorithm',
  ),
  valid('5035 2', 'named by SHA-1 and by SHA-256', () =>
    having(...usual(), signingCertificateV1(signer)),
  ),
  invalid('5035 5', 'named by SHA-1 as another certificate', () =>
    having(...usual(), signingCertificateV1(other)),
  ),
  invalid('5035 3', 'another certificate is named', () =>
    having(contentType(), messageDigest(), signingCertificate(certId(other))),
  ),
  invalid('5035 3', 'the signer’s certificate is named second', () =>
    having(contentType(), messageDigest(), signingCertificate(certId(other), certId(signer))),
  ),
  valid('5035 3', 'its issuer’s certificate is named second', () =>
    having(contentType(), messageDigest(), signingCertificate(certId(signer), certId(anchor))),
  ),
  invalid('5035 4', 'the right hash under another issuer’s number', () =>
    having(contentType(), messageDigest(), signingCertificate(certId(signer, undefined, other))),
  ),
  invalid('5035 3', 'the reference twice', () =>
    having(...usual(), signingCertificate(certId(other))),
  ),
  invalid('5035 3', 'a reference that names nothing', () =>
    having(contentType(), messageDigest(), signingCertificate()),
  ),
  valid(
    '5652 5.3',
    'no reference to the certificate is signed',
    () => having(contentType(), messageDigest()),
    'reference',
  ),
];
