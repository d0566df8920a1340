import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { OctetString } from '@peculiar/asn1-schema';
import {
  id_ct_tstInfo,
  MessageImprint,
  PKIStatus,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TimeStampToken,
  TSTInfo,
} from '@peculiar/asn1-tsp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { bufferOf, decode, encode } from '../../shared/pki/asn1/der.ts';
import { signData } from '../../shared/pki/cms/signed-data.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import { sha256 } from '../../shared/pki/signature/digest.ts';
import { httpTimestamper } from '../../shared/pki/timestamp/timestamp.ts';
import { checkTimestampToken } from '../../shared/pki/timestamp/timestamp-token.ts';
import { reformed } from '../pdf/verify/last-token.ts';
import { createCompany } from './company.ts';
import { mirrored } from './mirrored.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DIGEST = await sha256(new TextEncoder().encode('Contratto'));

const company = await createCompany(NOW);
const authority: SigningIdentity = {
  ...company.seal,
  certificate: company.authority.timestamp,
  sign: company.keys.timestamp.sign,
};

/** Simulates authorities, honest or not, by the request's path. */
const answers: Record<string, (request: TimeStampReq) => Promise<Uint8Array>> = {
  '/good': (request) => grant(request),
  '/old-nonce': (request) => grant(request, { nonce: bufferOf(Uint8Array.of(1)) }),
  '/no-nonce': (request) => grant(request, { nonce: undefined }),
  '/other-imprint': ({ messageImprint, ...request }) =>
    grant({
      ...request,
      messageImprint: new MessageImprint({
        ...messageImprint,
        hashedMessage: new OctetString(new Uint8Array(32)),
      }),
    } as TimeStampReq),
  '/other-form': (request) => grant(request, {}, authority, mirror),
  '/wrong-purpose': (request) => grant(request, {}, company.seal),
  '/rejects': async () =>
    encode(new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) })),
  '/silent': () => new Promise(() => {}),
  '/nonsense': async () => new TextEncoder().encode('<html>'),
};

async function grant(
  { messageImprint, nonce }: TimeStampReq,
  changes: { nonce?: ArrayBuffer | undefined } = {},
  identity = authority,
  reform = async (token: Uint8Array) => token,
): Promise<Uint8Array> {
  const answered = { nonce, ...changes };
  const bytes = encode(
    new TSTInfo({
      policy: '1.2.3.4',
      messageImprint,
      serialNumber: bufferOf(Uint8Array.of(7)),
      genTime: NOW,
      ...(answered.nonce && { nonce: answered.nonce }),
    }),
  );
  const token = await signData(identity, {
    type: id_ct_tstInfo,
    sha256: await sha256(bytes),
    bytes,
  });
  return encode(
    new TimeStampResp({
      status: new PKIStatusInfo({ status: PKIStatus.granted }),
      timeStampToken: decode(await reform(token), TimeStampToken),
    }),
  );
}

/** As in half of all ECDSA signatures. */
const mirror = reformed(({ signerInfos: [signer] }) => {
  signer!.signature = new OctetString(mirrored(signer!.signature.buffer));
});

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await buffer(request);
    const answer = answers[request.url ?? ''];
    if (!answer) return response.writeHead(503).end();
    return response.end(await answer(decode(new Uint8Array(body), TimeStampReq)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (...paths: readonly string[]) =>
  httpTimestamper({
    urls: paths.map((path) => base + path),
    roots: [company.authority.root],
    timeoutMs: 2000,
    random: systemRandom,
  })(DIGEST);

test('a good token is taken', async () => {
  const { time } = await checkTimestampToken(await ask('/good'), DIGEST);
  expect(time).toEqual(NOW);
});

test('a token is taken in one form, whichever form the authority’s signature has', async () => {
  for (const path of ['/other-form', '/good'])
    await expect(checkTimestampToken(await ask(path), DIGEST)).resolves.toBeDefined();
});

test('a token is taken under a policy that is good enough, and under no other', async () => {
  const under = (...policies: readonly string[]) =>
    httpTimestamper({
      urls: [`${base}/good`],
      policies,
      roots: [company.authority.root],
      timeoutMs: 2000,
      random: systemRandom,
    })(DIGEST);
  await expect(under('1.2.3.5', '1.2.3.4')).resolves.toBeDefined();
  await expect(under('1.2.3.5')).rejects.toMatchObject({
    errors: [{ cause: { message: 'policy 1.2.3.4 is not accepted' } }],
  });
});

test('an authority that does not answer in time is left', async () => {
  const timeoutMs = 200;
  const urls = [`${base}/silent`, `${base}/good`];
  const roots = [company.authority.root];
  const ask = httpTimestamper({ urls, roots, timeoutMs, random: systemRandom });
  await expect(ask(DIGEST)).resolves.toBeDefined();
});

test('the next authority is asked where one fails', async () => {
  const token = await ask('/down', '/rejects', '/nonsense', '/good');
  await expect(checkTimestampToken(token, DIGEST)).resolves.toBeDefined();
});

for (const path of [
  '/old-nonce',
  '/no-nonce',
  '/other-imprint',
  '/wrong-purpose',
  '/rejects',
  '/nonsense',
  '/down',
])
  test(`no token is taken from ${path}`, async () => {
    await expect(ask(path)).rejects.toThrow('no timestamp authority returned');
  });
