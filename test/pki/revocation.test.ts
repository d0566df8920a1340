import { readFileSync } from 'node:fs';
import { RevokedInfo } from '@peculiar/asn1-ocsp';
import { id_kp_serverAuth } from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { bytesOf, elementAt, elementsIn } from '../../shared/pki/asn1/der-elements.ts';
import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import { issueRevocationList } from '../../shared/pki/authority/issue-revocation-list.ts';
import { revocationListAt } from '../../shared/pki/certificate/extensions.ts';
import { fetchRevocationData } from '../../shared/pki/revocation/fetch-revocation-data.ts';
import { createOcspRequest, readOcspResponse } from '../../shared/pki/revocation/ocsp.ts';
import { revocationStatus } from '../../shared/pki/revocation/revocation-check.ts';
import { type OcspAnswer, ocspAnswer, ocspAt, ocspResponder } from '../fixtures/ocsp-responder.ts';
import { certifiedChain } from './certified-chain.ts';
import { createCompany } from './company.ts';
import { newEcKey, newRsaKey } from './managed-key.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/ocsp/${name}`, import.meta.url)));
const pem = (name: string) => certificatesIn(Buffer.from(fixture(name)).toString())[0]!;

describe('OpenSSL', () => {
  const certified = [pem('certificate.pem'), pem('issuer.pem')] as const;

  test('asks the same question, byte for byte', async () => {
    expect(await createOcspRequest(certified)).toEqual(fixture('request.der'));
  });

  test('gives an answer by an RSA issuer’s responder with a P-384 key', async () => {
    const said = await readOcspResponse(fixture('response.der'), certified);
    expect(said?.certStatus.good).toBe(null);
    const data = { revocationLists: [], ocspResponses: [fixture('response.der')] };
    const day = new Date('2026-11-25T00:00:00Z');
    expect(await revocationStatus(certified, data, day)).toBe('good');
    expect(await revocationStatus(certified, data, later(30))).toBe('unknown');
  });
});

const company = await createCompany(NOW);
const issuer = { certificate: company.authority.root, key: company.keys.authority };
const URL_OF = { ocsp: 'http://ocsp.example/', crl: 'http://crl.example/revoked.crl' };
const { chain } = await certifiedChain(
  { company, url: 'http://crl.example' },
  newEcKey().publicKey,
  { now: () => NOW },
  { further: [revocationListAt(URL_OF.crl), ocspAt(URL_OF.ocsp)] },
);
const certified = [chain[0]!, chain[1]!] as const;
const request = await createOcspRequest(certified);
const list = await issueRevocationList({
  authority: { root: issuer.certificate, sign: issuer.key.sign },
  now: NOW,
});

function element(tag: number, ...inside: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(inside);
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.of(tag, ...(length < 0x80 ? [length] : long), ...content);
}

const FALSE = Uint8Array.of(0x01, 0x01, 0x00);

/** The certificate with `critical` encoded although FALSE, as some authorities do, and signed. */
async function defaultsWritten(der: Uint8Array): Promise<Uint8Array> {
  const [signed, algorithm] = elementsIn(der, elementAt(der, 0));
  const parts = [...elementsIn(der, signed!)];
  const [extensions] = elementsIn(der, parts.at(-1)!);
  const written = [...elementsIn(der, extensions!)].map((extension) => {
    const [name, ...rest] = [...elementsIn(der, extension)].map((each) => bytesOf(der, each));
    return element(0x30, name!, ...(rest.length === 1 ? [FALSE] : []), ...rest);
  });
  const kept = parts.slice(0, -1).map((each) => bytesOf(der, each));
  const tbs = element(0x30, ...kept, element(0xa3, element(0x30, ...written)));
  const signature = element(0x03, Uint8Array.of(0), await issuer.key.sign(tbs));
  return element(0x30, tbs, bytesOf(der, algorithm!), signature);
}

describe('an OCSP response', () => {
  async function statusOf(answer: Partial<OcspAnswer>, at = NOW, by = issuer) {
    const response = await ocspAnswer(request, by, { now: NOW, ...answer });
    return revocationStatus(certified, { revocationLists: [], ocspResponses: [response] }, at);
  }

  test('that the issuer signed says that a certificate is good', async () => {
    expect(await statusOf({})).toBe('good');
  });

  test('may be signed by whom the issuer named for it', async () => {
    expect(await statusOf({ responder: await ocspResponder(issuer, NOW) })).toBe('good');
  });

  test('may be signed with a key of another kind than the issuer’s', async () => {
    const named = await ocspResponder(issuer, NOW, { key: newRsaKey() });
    expect(await statusOf({ responder: { ...named, algorithm: 'rsa-sha256' } })).toBe('good');
  });

  test('may be signed by one whose certificate writes out its defaults', async () => {
    const responder = await ocspResponder(issuer, NOW);
    const certificate = await defaultsWritten(responder.certificate);
    expect(certificate.length).toBeGreaterThan(responder.certificate.length);
    expect(await statusOf({ responder: { ...responder, certificate } })).toBe('good');
  });

  test('says nothing if it is signed by a certificate for something else', async () => {
    const responder = await ocspResponder(issuer, NOW, { purposes: [id_kp_serverAuth] });
    expect(await statusOf({ responder })).toBe('unknown');
  });

  test('says nothing if another issuer, of the same name, or its responder signed it', async () => {
    const other = await createCompany(NOW);
    const stranger = { certificate: other.authority.root, key: other.keys.authority };
    expect(await statusOf({}, NOW, stranger)).toBe('unknown');
    expect(await statusOf({ responder: await ocspResponder(stranger, NOW) })).toBe('unknown');
  });

  test('says nothing if its responder’s certificate had run out', async () => {
    const responder = await ocspResponder(issuer, later(-2));
    expect(await statusOf({ responder })).toBe('unknown');
  });

  test('says nothing if it names another signer than its own', async () => {
    expect(await statusOf({ named: newEcKey() })).toBe('unknown');
    const responder = await ocspResponder(issuer, NOW);
    expect(await statusOf({ responder, named: issuer.key })).toBe('unknown');
  });

  test('says nothing alone if its responder can itself be revoked', async () => {
    const revocation = revocationListAt(URL_OF.crl);
    expect(await statusOf({ responder: await ocspResponder(issuer, NOW, { revocation }) })).toBe(
      'unknown',
    );
  });

  test('says nothing about a time after its next update, or when it does not know', async () => {
    expect(await statusOf({}, later(2))).toBe('unknown');
    expect(await statusOf({ nextUpdate: null }, later(2))).toBe('unknown');
    expect(await statusOf({ nextUpdate: null })).toBe('good');
    expect(await statusOf({ status: { unknown: null } })).toBe('unknown');
  });

  test('revokes from the time of the revocation on', async () => {
    const status = { revoked: new RevokedInfo({ revocationTime: NOW }) };
    expect(await statusOf({ status })).toBe('revoked');
    expect(await statusOf({ status }, later(-1))).toBe('good');
  });

  test('says nothing of another certificate', async () => {
    const other = await certifiedChain(
      { company, url: 'http://crl.example' },
      newEcKey().publicKey,
      { now: () => NOW },
    );
    const response = await ocspAnswer(request, issuer, { now: NOW });
    expect(await readOcspResponse(response, [other.chain[0]!, certified[1]])).toBe(undefined);
  });

  test('cannot be changed in what it says', async () => {
    const response = await ocspAnswer(request, issuer, { now: NOW });
    const serial = Buffer.from(response).indexOf(request.subarray(-16));
    for (let at = serial - 40; at < serial + 50; at += 1) {
      const changed = response.slice();
      changed[at]! ^= 4;
      const said = await readOcspResponse(changed, certified).catch(() => undefined);
      expect(said, `byte ${at}`).toBe(undefined);
    }
  });
});

describe('a certificate that names a responder and a list', () => {
  const asked: string[] = [];
  /** Stands in for the two servers. */
  const answering = (answers: Record<string, Uint8Array | undefined>): typeof fetch =>
    (async (url: string) => {
      asked.push(url);
      const answer = answers[url];
      return answer ? new Response(new Uint8Array(answer)) : new Response(null, { status: 503 });
    }) as typeof fetch;
  function fetched(answers: Record<string, Uint8Array | undefined>) {
    asked.length = 0;
    return fetchRevocationData({ path: certified, timeoutMs: 1_000, fetch: answering(answers) });
  }
  const good = () => ocspAnswer(request, issuer, { now: NOW });

  test('is proven by the response, which is shorter', async () => {
    const response = await good();
    const data = await fetched({ [URL_OF.ocsp]: response, [URL_OF.crl]: list });
    expect(data).toEqual({ revocationLists: [], ocspResponses: [response] });
    expect(asked).toEqual([URL_OF.ocsp]);
  });

  test.each([
    ['is down', async () => undefined],
    [
      'does not know it',
      () => ocspAnswer(request, issuer, { now: NOW, status: { unknown: null } }),
    ],
    ['answers nonsense', async () => new TextEncoder().encode('<html>')],
    ['has another key', () => ocspAnswer(request, { ...issuer, key: newEcKey() }, { now: NOW })],
  ])('is proven by the list where the responder %s', async (_, answer) => {
    const data = await fetched({ [URL_OF.ocsp]: await answer(), [URL_OF.crl]: list });
    expect(data).toEqual({ revocationLists: [list], ocspResponses: [] });
  });

  test('is proven with the list of its responder, where that one can be revoked', async () => {
    const revocation = revocationListAt(URL_OF.crl);
    const responder = await ocspResponder(issuer, NOW, { revocation });
    const response = await ocspAnswer(request, issuer, { now: NOW, responder });
    const data = await fetched({ [URL_OF.ocsp]: response, [URL_OF.crl]: list });
    expect(data).toEqual({ revocationLists: [list], ocspResponses: [response] });
    expect(asked).toEqual([URL_OF.ocsp, URL_OF.crl]);
  });

  test('is proven by the list where nobody says whether its responder is revoked', async () => {
    const responder = await ocspResponder(issuer, NOW, { revocation: null });
    const response = await ocspAnswer(request, issuer, { now: NOW, responder });
    const data = await fetched({ [URL_OF.ocsp]: response, [URL_OF.crl]: list });
    expect(data).toEqual({ revocationLists: [list], ocspResponses: [] });
    await expect(fetched({ [URL_OF.ocsp]: response })).rejects.toThrow('no revocation source');
  });

  test('is not proven where both fail: nothing is made with half a proof', async () => {
    await expect(fetched({})).rejects.toThrow('no revocation source');
  });
});
