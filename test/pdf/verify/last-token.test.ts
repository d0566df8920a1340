import { OctetString } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { decode, encode, sortedDer } from '../../../shared/pki/asn1/der.ts';
import { pemOf } from '../../../shared/pki/asn1/pem.ts';
import { DerSet, type SignedDataDer } from '../../../shared/pki/cms/cms-schema.ts';
import type { Clock } from '../../../shared/ports/machine.ts';
import { publicAuthority } from '../../fixtures/public-authority.ts';
import { finished } from '../../fixtures/sealed-journey.ts';
import {
  append,
  close,
  PARTIES,
  prepare,
  sealingPorts,
  sentEnvelope,
  signBy,
} from '../../fixtures/sealing.ts';
import { newEcKey, newRsaKey } from '../../pki/managed-key.ts';
import { mirrored } from '../../pki/mirrored.ts';
import { reformed, withLastToken } from './last-token.ts';

interface Closed {
  readonly bytes: Uint8Array;
  readonly trust: {
    readonly roots: readonly Uint8Array[];
    readonly timestampRoots: readonly Uint8Array[];
  };
}

/** A document with timestamps of a public authority that has a subordinate CA. */
async function closedBy(unit: (clock: Clock) => ReturnType<typeof publicAuthority>) {
  const ports = sealingPorts();
  const { url, server, roots } = await unit(ports.clock);
  const timestampRoots = pemOf(roots.timestamps);
  const stamped = { ...ports, timestampUrls: [`${url}/tsa`], timestampRoots };
  await sentEnvelope(stamped);
  await prepare(stamped);
  for (const { id } of PARTIES) {
    await signBy(stamped, id);
    await append(stamped);
  }
  await close(stamped);
  server.close();
  const { bytes, root } = await finished(ports);
  return { bytes, trust: { roots: [root], timestampRoots: [roots.timestamps] } };
}

let elliptic: Closed;
let rsa: Closed;

beforeAll(async () => {
  const unit = { algorithm: 'rsa-sha256', key: newRsaKey() } as const;
  [elliptic, rsa] = await Promise.all([
    closedBy((clock) => publicAuthority(clock, { algorithm: 'ecdsa-sha256', key: newEcKey() })),
    closedBy((clock) => publicAuthority(clock, unit)),
  ]);
});

const codesOf = async ({ bytes, trust }: Closed) =>
  (await verifyDocument(bytes, trust)).reasons.map(({ code }) => code);

const codesAfter = async (closed: Closed, change: (signedData: SignedDataDer) => unknown) =>
  codesOf({ ...closed, bytes: await withLastToken(closed.bytes, reformed(change)) });

const certificates = ({ certificates: all }: SignedDataDer) =>
  [...(all ?? [])].map((der) => new Uint8Array(der));

/** The subordinate CA's certificate, which the token's signature does not cover. */
const issuing = (signedData: SignedDataDer) =>
  certificates(signedData).findIndex(
    (der) => Buffer.from(der).includes('Issuing 1', 200) && !Buffer.from(der).includes('Unit'),
  );

function exchange(
  signedData: SignedDataDer,
  change: (der: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
) {
  const all = certificates(signedData);
  all[issuing(signedData)] = change(all[issuing(signedData)]!);
  signedData.certificates = new DerSet(sortedDer(all));
}

test('a file whose timestamps have a public authority’s path is authentic', async () => {
  expect(await codesOf(elliptic)).toEqual(['authentic']);
  expect(await codesOf(rsa)).toEqual(['authentic']);
});

describe('in the last timestamp, no part that no signature covers may have another form', () => {
  test('the signature itself, of which there are two', async () => {
    const codes = await codesAfter(elliptic, ({ signerInfos: [signer] }) => {
      signer!.signature = new OctetString(mirrored(signer!.signature.buffer));
    });
    expect(codes).toEqual(['timestamp_wrong']);
  });

  test('the name of its algorithm', async () => {
    const codes = await codesAfter(rsa, ({ signerInfos: [signer] }) => {
      signer!.signatureAlgorithm.algorithm = '1.2.840.113549.1.1.1';
    });
    expect(codes).toEqual(['timestamp_wrong']);
  });

  test('the order of its certificates', async () => {
    const codes = await codesAfter(elliptic, (signedData) => {
      signedData.certificates = new DerSet([...signedData.certificates!].reverse());
    });
    expect(codes).toEqual(['timestamp_wrong']);
  });

  test.each([0, 1, 2])('its certificates: %i of the three is left out', async (index) => {
    const codes = await codesAfter(elliptic, (signedData) => {
      signedData.certificates = new DerSet(signedData.certificates!.toSpliced(index, 1));
    });
    expect(codes[0]).toMatch(/^(timestamp_wrong|signature_wrong|untrusted)$/);
  });

  test('the signature of an authority’s certificate', async () => {
    const codes = await codesAfter(elliptic, (signedData) =>
      exchange(signedData, (der) => {
        const certificate = decode(der, Certificate);
        certificate.signatureValue = mirrored(certificate.signatureValue);
        return encode(certificate);
      }),
    );
    expect(codes).toEqual(['signature_wrong']);
  });

  test('the length of an authority’s certificate, in three bytes instead of two', async () => {
    const codes = await codesAfter(elliptic, (signedData) =>
      exchange(signedData, (der) =>
        Uint8Array.of(0x30, 0x83, 0, ...der.subarray(2, 4), ...der.subarray(4)),
      ),
    );
    expect(codes).not.toContain('authentic');
  });

  test('the length of the whole, which BER may leave open', async () => {
    const open = (token: Uint8Array) => Uint8Array.of(0x30, 0x80, ...token.subarray(4), 0, 0);
    const bytes = await withLastToken(elliptic.bytes, open);
    expect(await codesOf({ ...elliptic, bytes })).toEqual(['signature_wrong']);
  });
});
