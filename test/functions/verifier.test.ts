import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDoor } from '../../functions/verifier/door.ts';
import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import {
  groupedEnvelopeId,
  normalizeEnvelopeId,
} from '../../shared/domain/envelope/envelope-id.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import type { HttpEvent } from '../../shared/runtime/http-event.ts';
import { functionUrlPipeline } from '../../shared/runtime/http-pipeline.ts';
import { preferredLanguage } from '../../shared/runtime/preferred-language.ts';
import { httpEvent, lambdaContext } from '../fixtures/http-event.ts';

const ID = 'ABCDE01234FGHJK56789MNPQRS';
const OTHER_ID = '0123456789ABCDEFGHJKMNPQRS';
const HASH = 'a'.repeat(64);
const COMPLETED: PublicRecord = {
  id: ID,
  status: 'completed',
  company: 'Acme & Figli <S.r.l.>',
  createdAt: '2026-11-24T08:00:00.000Z',
  sentAt: '2026-11-24T08:05:00.000Z',
  signers: [
    { name: 'M••• R•••', role: 'director', signedAt: '2026-11-24T09:00:00.000Z' },
    { name: 'L••• B•••', role: 'client', signedAt: '2026-11-24T10:00:00.000Z' },
  ],
  closedAt: '2026-11-24T10:00:05.000Z',
  sha256: HASH,
  length: 123_456,
  beforeSeal: { sha256: 'b'.repeat(64), length: 100_000 },
  removedAt: '2026-12-08T10:00:05.000Z',
};
const { closedAt, sha256, length, beforeSeal, removedAt, ...before } = COMPLETED;
const OPEN: PublicRecord = { ...before, id: OTHER_ID, status: 'open' };

const SPEECH = { timeZone: 'Europe/Rome', languages: LANGUAGES };

/** The deployed verifier function: a refusal is returned as a problem. */
function doorFor(records: readonly PublicRecord[], files: Record<string, Uint8Array> = {}) {
  const door = makeDoor({
    languageFor: preferredLanguage,
    clock: { now: () => new Date('2026-11-24T10:15:30Z') },
    page: {
      script: '/assets/main-1.js',
      styles: ['/assets/main-1.css'],
      asset: (name) =>
        name === 'main-1.js'
          ? { gzipped: gzipSync('run()'), mediaType: 'text/javascript; charset=utf-8' }
          : undefined,
    },
    look: { company: 'Acme', colour: '#123456', timeZone: 'Europe/Rome', languages: ['it', 'en'] },
    records: {
      put: () => Promise.reject(new Error('the verifier only reads')),
      find: async (id) => {
        if (id === '' || id.length > 2_048) throw new Error('DynamoDB takes no such key');
        return records.find((record) => record.id === id);
      },
      findBySha256: async (hash) => records.find((record) => record.sha256 === hash),
    },
    documents: {
      get: async (key: string) =>
        files[key] && { bytes: files[key], etag: '"1"', contentType: 'application/octet-stream' },
    },
  });
  const handler = functionUrlPipeline(door, SPEECH);
  return async (event: HttpEvent) => {
    const { body = '', ...result } = await handler(event, lambdaContext);
    return { ...result, body };
  };
}

beforeEach(() => vi.spyOn(process.stdout, 'write').mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

const door = doorFor([COMPLETED, OPEN]);

const ask = (
  method: string,
  rawPath: string,
  headers: Record<string, string> = {},
  body?: string,
): HttpEvent => ({
  ...httpEvent(`${method} ${rawPath}`, { headers, ...(body !== undefined && { body }) }),
  routeKey: '$default',
});

async function verify(question: object, language = 'en'): Promise<VerifyAnswer> {
  const request = ask('POST', '/verify', { 'accept-language': language }, JSON.stringify(question));
  const response = await door(request);
  expect(response.statusCode).toBe(200);
  return JSON.parse(response.body);
}

describe('POST /verify', () => {
  it('calls a recorded hash authentic, with and without its code', async () => {
    expect(await verify({ sha256: HASH })).toMatchObject({
      verdict: 'authentic',
      record: { id: ID },
    });
    expect(await verify({ sha256: HASH, id: ID })).toMatchObject({ verdict: 'authentic' });
  });

  it('calls another hash under a known code altered', async () => {
    expect(await verify({ sha256: 'c'.repeat(64), id: ID })).toMatchObject({ verdict: 'altered' });
  });

  it('knows nothing of a hash without a code, or of an unknown code', async () => {
    expect(await verify({ sha256: 'c'.repeat(64) })).toMatchObject({ verdict: 'unknown' });
    const unknownCode = await verify({ sha256: HASH, id: 'Z'.repeat(26) });
    expect(unknownCode.verdict).toBe('unknown');
    expect(unknownCode.record).toBeUndefined();
  });

  it.each(['', ' - ', 'x'])('knows nothing of “%s”, which no code can be', async (id) => {
    expect((await verify({ sha256: HASH, id })).verdict).toBe('unknown');
  });

  it('never calls the file of one document authentic under the code of another', async () => {
    const second = { ...COMPLETED, id: OTHER_ID, sha256: 'd'.repeat(64) };
    const request = JSON.stringify({ sha256: HASH, id: OTHER_ID });
    const response = await doorFor([COMPLETED, second])(ask('POST', '/verify', {}, request));
    expect(JSON.parse(response.body).verdict).toBe('altered');
  });

  it('says that a document without all signatures is not complete', async () => {
    expect(await verify({ sha256: HASH, id: OTHER_ID })).toMatchObject({ verdict: 'not_complete' });
  });

  it('forgives the way a person types the code', async () => {
    const typed = groupedEnvelopeId(ID).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await verify({ sha256: HASH, id: ` ${typed} ` })).toMatchObject({
      verdict: 'authentic',
    });
  });

  it('gives its reason in the language that was asked for', async () => {
    expect((await verify({ sha256: HASH }, 'it-IT,it;q=0.9,en;q=0.8')).reason).toContain(
      'impronta',
    );
    expect((await verify({ sha256: HASH }, 'pt,en;q=0.5')).reason).toContain('not one byte');
    expect((await verify({ sha256: HASH }, 'fr-CA')).reason).toContain('pas un octet');
  });

  it.each(['', '{', '[]', '{"sha256":"abc"}', JSON.stringify({ sha256: HASH.toUpperCase() })])(
    'refuses a malformed question: %s',
    async (body) => {
      const response = await door(ask('POST', '/verify', {}, body));
      expect(response.statusCode).toBe(400);
      expect(response.body).not.toContain('authentic');
    },
  );

  it('names an unknown property, and refuses a large question by its size alone', async () => {
    const named = await door(ask('POST', '/verify', {}, `{"sha256":"${HASH}","__proto__":{}}`));
    expect(JSON.parse(named.body)).toMatchObject({ status: 400, issues: [{ path: '__proto__' }] });
    const large = await door(ask('POST', '/verify', {}, '['.repeat(2_049)));
    expect(JSON.parse(large.body)).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('normalizes no more of what was typed than could be a code', async () => {
    expect(normalizeEnvelopeId('a\u0301'.repeat(2_000)).length).toBeLessThanOrEqual(200);
    const typed = { ...ask('GET', '/verify'), rawQueryString: `code=${'x'.repeat(5_000)}` };
    const { headers } = await door(typed);
    expect(headers.location?.length).toBeLessThan(300);
  });
});

describe('GET /v/{id}', () => {
  it('answers the record as JSON to a client that asks for it', async () => {
    const response = await door(ask('GET', `/v/${ID}`, { accept: 'application/json' }));
    expect(JSON.parse(response.body)).toEqual(COMPLETED);
  });

  it('shows a page that reads without script, in the language of the browser, with times of the company', async () => {
    const headers = { accept: 'text/html,*/*', 'accept-language': 'it' };
    const response = await door(ask('GET', `/v/${ID}`, headers));
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(response.headers['content-security-policy']).not.toContain('unsafe');
    expect(response.body).toContain('<html lang="it">');
    expect(response.body).toContain('Firmato e sigillato');
    expect(response.body).toContain('24 novembre 2026 alle ore 11:00:05');
    expect(response.body).not.toMatch(/<script>| style=| on\w+=/);
    const [, ...styles] = response.body.split('<style>').map((part) => part.split('</style>')[0]!);
    const hashes = styles.map((css) => createHash('sha256').update(css).digest('base64'));
    expect(hashes).toHaveLength(1);
    expect(response.headers['content-security-policy']).toContain(
      `style-src 'self' 'sha256-${hashes[0]}'`,
    );
  });

  it('escapes what the company is called', async () => {
    const { body } = await door(ask('GET', `/v/${ID}`));
    const [, facts = ''] = /data-facts="([^"]*)"/.exec(body) ?? [];
    const text = facts.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    expect(JSON.parse(text).record).toEqual(COMPLETED);
    expect(body).toContain('Acme &#38; Figli &#60;S.r.l.&#62;');
    expect(body).not.toContain('<S.r.l.>');
  });

  it.each(['/v', '/v/', '/v/%20-', `/v/${'A'.repeat(3_000)}`])(
    'answers 404, not a fault, for %s, which no code can be',
    async (path) => {
      expect((await door(ask('GET', path))).statusCode).toBe(404);
    },
  );

  it('answers 404 for an unknown code, as page and as JSON', async () => {
    expect((await door(ask('GET', `/v/${'Z'.repeat(26)}`))).statusCode).toBe(404);
    const json = await door(ask('GET', '/v/%E0%A4%A', { accept: 'application/json' }));
    expect(json.statusCode).toBe(404);
    expect(json.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

it('the bare address, as a certificate prints it, leads to where a code is typed', async () => {
  const { statusCode, headers } = await door(ask('GET', '/'));
  expect(statusCode).toBe(303);
  expect(headers).toMatchObject({ location: '/verify' });
  expect((await door(ask('GET', '//evil.example'))).statusCode).toBe(404);
});

describe('GET /verify', () => {
  it('asks for a code or a file', async () => {
    const { statusCode, body } = await door(ask('GET', '/verify', { 'accept-language': 'es' }));
    expect(statusCode).toBe(200);
    expect(body).toContain('Código de verificación');
    expect(body).toContain('hacen falta JavaScript y un navegador');
  });

  it('leads a typed code to its record, without script', async () => {
    const typed = { ...ask('GET', '/verify'), rawQueryString: 'code=abcde-o1234-fghjk' };
    expect(await door(typed)).toMatchObject({
      statusCode: 303,
      headers: { location: '/v/ABCDE01234FGHJK' },
    });
  });

  it('leads nowhere but to a record', async () => {
    const typed = { ...ask('GET', '/verify'), rawQueryString: 'code=//evil.example' };
    expect((await door(typed)).headers.location).toBe('/v/%2F%2FEV11.EXAMP1E');
  });
});

describe('GET /assets/{file}', () => {
  it('serves the page’s own files for good, and nothing else', async () => {
    const { headers, body } = await door(ask('GET', '/assets/main-1.js'));
    expect(headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(headers['cache-control']).toContain('immutable');
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe('run()');
    expect((await door(ask('GET', '/assets/..%2Findex.mjs'))).statusCode).toBe(404);
  });
});

describe('GET /pki/{file}', () => {
  it('publishes the authority byte for byte, and nothing else below pki/', async () => {
    const root = Uint8Array.of(0x30, 0x82, 0xff, 0x00);
    const published = doorFor([], { 'pki/root.der': root, 'pki/authority.json': root });
    const response = await published(ask('GET', '/pki/root.der'));
    expect(response.headers['content-type']).toBe('application/pkix-cert');
    expect(new Uint8Array(Buffer.from(response.body, 'base64'))).toEqual(root);
    expect((await published(ask('GET', '/pki/authority.json'))).statusCode).toBe(404);
    expect((await published(ask('GET', '/pki/__proto__'))).statusCode).toBe(404);
  });

  it('is 404 before the authority exists', async () => {
    expect((await door(ask('GET', '/pki/root.pem'))).statusCode).toBe(404);
  });

  it('is an empty bundle of timestamp roots where no outside authority is used', async () => {
    const response = await door(ask('GET', '/pki/timestamp-roots.pem'));
    expect(response).toMatchObject({ statusCode: 200, body: '' });
    const roots = { 'pki/timestamp-roots.pem': Uint8Array.of(0x2d) };
    const published = await doorFor([], roots)(ask('GET', '/pki/timestamp-roots.pem'));
    expect(published).toMatchObject({ statusCode: 200, body: 'LQ==' });
  });
});

describe('every answer', () => {
  const published = doorFor([COMPLETED], { 'pki/root.pem': Uint8Array.of(0x2d) });
  it.each([
    ['GET', '/verify', 200],
    ['GET', `/v/${ID}`, 200],
    ['GET', '/v/nobody', 404],
    ['GET', '/assets/main-1.js', 200],
    ['GET', '/pki/root.pem', 200],
    ['GET', '/pki/none', 404],
    ['POST', '/verify', 400],
    ['PUT', '/verify', 405],
  ])('to %s %s is framed, guessed at and passed on by nobody', async (method, path, status) => {
    const { statusCode, headers } = await published(ask(method, path));
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'.*frame-ancestors 'none'/,
      ),
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    const kept = status === 200 && /assets|pki/.test(path);
    expect(headers['cache-control']).toContain(kept ? 'public' : 'no-store');
  });

  it('lets the worker that reads the file call nobody', async () => {
    const { headers } = await door(ask('GET', '/assets/main-1.js'));
    expect(headers['content-security-policy']).not.toContain('connect-src');
  });
});

describe('an address that leads nowhere', () => {
  const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it.each([
    '/%00',
    '/nothing',
    '/verify/x',
    `/v/${ID}/more`,
    '/v/%00',
    '/%E0%A4',
    '/favicon.ico',
    '/assets/none',
    '/assets/%00',
    '/pki/none',
    '/assets',
    '//evil.example',
  ])('%s has a page of our own for whoever opens it, with the way on', async (path) => {
    const { statusCode, headers, body } = await door(ask('GET', path, HTML));
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('action="/verify"');
  });

  it.each(LANGUAGES)('says so in "%s"', async (language) => {
    const wanted = { ...HTML, 'accept-language': language };
    const { body } = await door(ask('GET', '/nothing', wanted));
    const { nowhere, nowhereHint } = VERIFIER_PHRASES[language];
    expect(body).toContain(`<h1>${nowhere}</h1>`);
    expect(body).toContain(nowhereHint);
  });

  it.each([
    ['/nothing', 'application/json'],
    ['/pki/none', '*/*'],
    ['/assets/none.js', '*/*'],
  ])('%s is a problem for a program that asks for %s', async (path, accept) => {
    const { statusCode, headers } = await door(ask('GET', path, { accept }));
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('has no body for HEAD', async () => {
    const { statusCode, body } = await door(ask('HEAD', '/nothing', HTML));
    expect({ statusCode, body }).toEqual({ statusCode: 404, body: '' });
  });
});

describe('other doors', () => {
  it.each([
    ['PUT', '/verify', 405],
    ['POST', '/v/x', 405],
    ['GET', '/constructor', 404],
    ['GET', '/verify/x', 404],
    ['DELETE', `/v/${ID}`, 405],
    ['POST', '/', 405],
    ['GET', `/v/${ID}/more`, 404],
  ])('%s %s answers %i', async (method, path, status) => {
    expect((await door(ask(method, path))).statusCode).toBe(status);
  });

  it('say which methods they take', async () => {
    const { headers, body } = await door(ask('PUT', '/verify', { 'accept-language': 'de' }));
    expect(headers.allow).toBe('GET, HEAD, POST');
    expect(JSON.parse(body)).toMatchObject({ code: 'method_not_allowed', language: 'de' });
  });
});
