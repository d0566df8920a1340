import { createHash } from 'node:crypto';
import { Attribute, ContentInfo, id_signedData, SignerInfos } from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo, MessageImprint, TSTInfo } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { bufferOf, decode, encode, encodeAny } from '../../../shared/pki/asn1/der.ts';
import { issueRevocationList } from '../../../shared/pki/authority/issue-revocation-list.ts';
import { readCertificate } from '../../../shared/pki/certificate/read-certificate.ts';
import { DerSet, SignedDataDer } from '../../../shared/pki/cms/cms-schema.ts';
import { signData } from '../../../shared/pki/cms/signed-data.ts';
import { ID_SIGNING_CERTIFICATE_V2 } from '../../../shared/pki/cms/signing-certificate.ts';
import type { SigningIdentity, Timestamper } from '../../../shared/pki/identity.ts';
import { sha256 } from '../../../shared/pki/signature/digest.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { type SealedDocument, sealDocument } from '../sealed-document.ts';
import { timestamped } from './forger.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;
const ID_SHA1 = '1.3.14.3.2.26';
const ID_MD5 = '1.2.840.113549.2.5';

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

async function codesOf(file: Uint8Array) {
  const { reasons } = await verifyDocument(file, { roots: [company.authority.root] });
  return reasons.map(({ code }) => code);
}

/** The document with a renewal timestamp by another key. */
const stampedBy = async (timestamp: Timestamper) =>
  codesOf(await timestamped(sealed.file, sealed, { ...company, timestamp }, NOW));

describe('the CMS of a timestamp', () => {
  /** Changes a valid token in a part that no signature covers. */
  const changed =
    (change: (signedData: SignedDataDer) => unknown): Timestamper =>
    async (digest) => {
      const { content } = decode(await company.timestamp(digest), ContentInfo);
      const signedData = decode(new Uint8Array(content), SignedDataDer);
      await change(signedData);
      const all = { contentType: id_signedData, content: encodeAny(signedData) };
      return encode(new ContentInfo(all));
    };
  const first = ({ signerInfos }: SignedDataDer) => signerInfos[0]!;

  test('stays right as it is', async () => {
    expect(await stampedBy(changed(() => {}))).toEqual(['authentic']);
  });

  test.each<[string, (signedData: SignedDataDer) => unknown]>([
    [
      'has two signers',
      (it) => Object.assign(it, { signerInfos: new SignerInfos([first(it), first(it)]) }),
    ],
    ['has no signer', (it) => Object.assign(it, { signerInfos: new SignerInfos() })],
    [
      'has an unsigned attribute',
      (it) => {
        const attrValues = [encodeAny(new OctetString(new Uint8Array(9)))];
        first(it).unsignedAttrs = [new Attribute({ attrType: '1.2.3.4', attrValues })];
      },
    ],
    [
      'has lost a signed attribute',
      (it) => {
        first(it).signedAttrs = first(it).signedAttrs!.filter(
          ({ attrType }) => attrType !== ID_SIGNING_CERTIFICATE_V2,
        );
      },
    ],
    [
      'signs another type of content',
      (it) => {
        it.encapContentInfo.eContentType = '1.2.840.113549.1.7.1';
      },
    ],
    [
      'names SHA-1',
      (it) => {
        first(it).digestAlgorithm.algorithm = ID_SHA1;
        it.digestAlgorithms[0]!.algorithm = ID_SHA1;
      },
    ],
    [
      'names two digests',
      (it) => {
        it.digestAlgorithms.push(it.digestAlgorithms[0]!);
      },
    ],
    [
      'writes NULL for no parameters',
      (it) => {
        first(it).digestAlgorithm.parameters = null;
        it.digestAlgorithms[0]!.parameters = null;
      },
    ],
    [
      'has a certificate twice',
      (it) => {
        it.certificates = new DerSet([...it.certificates!, it.certificates![0]!].sort());
      },
    ],
    [
      'has a stranger’s certificate',
      async (it) => {
        it.certificates!.push(bufferOf((await createCompany(NOW)).authority.root));
      },
    ],
    [
      'has no certificate',
      (it) => {
        delete it.certificates;
      },
    ],
    [
      'has a revocation list',
      async (it) => {
        it.crls = new DerSet([bufferOf(await listOf(company))]);
      },
    ],
    [
      'has a changed signature',
      (it) => {
        new Uint8Array(first(it).signature.buffer)[20]! ^= 1;
      },
    ],
  ])('is refused if it %s', async (_, change) => {
    expect((await stampedBy(changed(change)))[0]).toMatch(/^(timestamp|signature)_wrong$/);
  });
});

const listOf = ({ authority, keys }: TestCompany) =>
  issueRevocationList({
    authority: { root: authority.root, sign: keys.authority.sign },
    now: NOW,
  });

describe('a timestamp', () => {
  interface Stamp {
    readonly identity?: SigningIdentity;
    readonly imprint?: (digest: Uint8Array) => MessageImprint;
    readonly time?: Date;
  }
  const imprintOf = (algorithm: string, hash: Uint8Array) =>
    new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm }),
      hashedMessage: new OctetString(hash),
    });
  const stamper =
    ({ identity = stamping(company), imprint, time = NOW }: Stamp): Timestamper =>
    async (digest) => {
      const messageImprint = imprint?.(digest) ?? imprintOf('2.16.840.1.101.3.4.2.1', digest);
      const facts = { policy: '1.2.3', serialNumber: bufferOf(Uint8Array.of(1)), genTime: time };
      const bytes = encode(new TSTInfo({ ...facts, messageImprint }));
      return signData(identity, { type: id_ct_tstInfo, sha256: await sha256(bytes), bytes });
    };
  const stamping = ({ seal, authority, keys }: TestCompany): SigningIdentity => ({
    ...seal,
    certificate: authority.timestamp,
    sign: keys.timestamp.sign,
  });
  const shorter = (name: string, digest: Uint8Array) =>
    new Uint8Array(createHash(name).update(digest).digest());

  test('of the right make holds', async () => {
    expect(await stampedBy(stamper({}))).toEqual(['authentic']);
  });

  test('by a key that is not for timestamps is refused', async () => {
    expect(await stampedBy(stamper({ identity: company.seal }))).toEqual(['timestamp_wrong']);
    const person = await company.person('Zoë Müller');
    expect(await stampedBy(stamper({ identity: person }))).toEqual(['timestamp_wrong']);
  });

  test('by an authority of the same name with another root is not trusted', async () => {
    const other = await createCompany(NOW);
    expect(await stampedBy(stamper({ identity: stamping(other) }))).toEqual(['untrusted']);
  });

  test('under the certificate of another key is refused', async () => {
    const other = await createCompany(NOW);
    const identity = { ...stamping(company), sign: other.keys.timestamp.sign };
    expect(await stampedBy(stamper({ identity }))).toEqual(['timestamp_wrong']);
  });

  test('over a weak or another digest is refused', async () => {
    for (const imprint of [
      (digest: Uint8Array) => imprintOf(ID_SHA1, shorter('sha1', digest)),
      (digest: Uint8Array) => imprintOf(ID_MD5, shorter('md5', digest)),
      (digest: Uint8Array) => imprintOf(ID_SHA1, digest),
      () => imprintOf('2.16.840.1.101.3.4.2.1', new Uint8Array(32)),
    ])
      expect(await stampedBy(stamper({ imprint }))).toEqual(['timestamp_wrong']);
  });

  test('from after its certificate’s end, or before its beginning, is refused', async () => {
    for (const days of [21 * 365, -2]) {
      const time = new Date(NOW.getTime() + days * DAY);
      expect(await stampedBy(stamper({ time }))).toEqual(['certificate_wrong']);
    }
  });

  test('from before what it covers is refused', async () => {
    const time = new Date(NOW.getTime() - DAY / 2);
    expect(await stampedBy(stamper({ time }))).toEqual(['order']);
  });

  test('whose certificate was revoked before is refused', async () => {
    const { serialNumber } = readCertificate(company.authority.timestamp).tbsCertificate;
    const at = new Date(NOW.getTime() - DAY);
    const revocation = {
      serialNumber: new Uint8Array(serialNumber),
      at,
      reason: 'keyCompromise',
    } as const;
    const { file } = await sealDocument(company, NOW, { revoked: [revocation] });
    expect(new Set(await codesOf(file))).toEqual(new Set(['certificate_revoked']));
  });

  test('that comes after the revocation list has run out proves nothing', async () => {
    const time = new Date(NOW.getTime() + 31 * DAY);
    expect(await stampedBy(stamper({ time }))).toEqual(['revocation_unknown']);
  });
});

describe('a certificate of the right authority in another’s place', () => {
  test('is refused: that for timestamps cannot seal', async () => {
    const { keys, authority, seal } = company;
    const forger = {
      ...company,
      keys: { ...keys, seal: keys.timestamp },
      seal: { ...seal, certificate: authority.timestamp, sign: keys.timestamp.sign },
    };
    const { file } = await sealDocument(forger, NOW);
    expect(await codesOf(file)).toEqual(['certificate_wrong']);
  });

  test('is refused: the company’s seal cannot sign for a person', async () => {
    const { file } = await sealDocument({ ...company, person: async () => company.seal }, NOW);
    expect(await codesOf(file)).toEqual(['certificate_wrong', 'certificate_wrong']);
  });
});
