import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Distribution } from '../../infra/local/distribution/distribution.ts';
import { ErrorCache } from '../../infra/local/distribution/error-cache.ts';
import { StaticSite } from '../../infra/local/distribution/static-site.ts';
import { type HandleRequest, Listener } from '../../infra/local/http/listener.ts';

const folder = mkdtempSync(join(tmpdir(), 'sigillo-site-'));
const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`;
let listener: Listener;

const clock = { now: Date.now() };
/** The origin's next response; responses are numbered. */
const origin = { status: 200, answers: 0 };

/** Responds with the headers it received. */
const echo: HandleRequest = (request, response) => {
  response.writeHead(origin.status, { 'x-answer': String(origin.answers++) });
  response.end(JSON.stringify(request.headers));
};

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'assets', 'app.js'), script);
  writeFileSync(join(folder, 'pages', 'sign'), '<!doctype html>');
  writeFileSync(join(folder, 'pages', 'long'), 'y'.repeat(5_000));
  writeFileSync(join(folder, 'secret'), 'not deployed');
  const site = new StaticSite();
  const immutable = { 'cache-control': 'immutable' };
  site.deploy({ folder: join(folder, 'assets'), prefix: 'assets', headers: immutable });
  const page = { 'content-type': 'text/html', 'cache-control': 'no-store' };
  site.deploy({ folder: join(folder, 'pages'), prefix: '', headers: page });
  const files = { origin: { kind: 'site' as const, site }, headers: { 'x-policy': 'strict' } };
  const packed = { ...files, packs: true };
  const headers = { 'x-origin-secret': 'known' };
  const calls = { kind: 'server' as const, handle: echo, headers };
  const distribution = new Distribution(
    [
      { pattern: 'api/*', origin: calls, headers: {}, packs: false },
      { pattern: 'assets/*', ...packed },
      { pattern: '*', ...packed, packs: false },
    ],
    'sign',
    new ErrorCache(
      () => clock.now,
      new Map([
        [503, 0],
        [504, 60],
      ]),
    ),
  );
  listener = await Listener.listen(0);
  listener.handle = (request, response) => distribution.handle(request, response);
});
afterAll(async () => {
  await listener.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${listener.url}${path}`, { headers: { 'accept-encoding': 'identity', ...headers } });

describe('the local distribution', () => {
  it('serves a page by its name, and at the root, with the headers of both deployment and policy', async () => {
    for (const path of ['/sign', '/']) {
      const response = await get(path);
      expect(await response.text()).toBe('<!doctype html>');
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html',
        'cache-control': 'no-store',
        'x-policy': 'strict',
      });
    }
  });

  it('packs a script for whoever takes it so', async () => {
    const plain = await get('/assets/app.js');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await plain.text()).toBe(script);
    for (const [taken, encoding] of [
      ['gzip', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
    ] as const) {
      const packed = await get('/assets/app.js', { 'accept-encoding': taken });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(Number(packed.headers.get('content-length'))).toBeLessThan(200);
      expect(await packed.text()).toBe(script);
    }
  });

  it('packs nothing of a behaviour that is never cached, as CloudFront does', async () => {
    const page = await get('/long', { 'accept-encoding': 'gzip, br' });
    expect(page.headers.get('content-encoding')).toBeNull();
    expect(await page.text()).toBe('y'.repeat(5_000));
  });

  it.each(['/assets/none.js', '/..%2fsecret', '/assets/..%2f..%2fsecret', '/assets'])(
    'answers 403 for %s, as S3 does to whoever may not list',
    async (path) => {
      expect((await get(path)).status).toBe(403);
    },
  );

  it('takes no writes for files', async () => {
    const response = await fetch(`${listener.url}/sign`, { method: 'POST', body: 'x' });
    expect(response.status).toBe(403);
  });

  it('tells the API who the viewer is, whatever the viewer says', async () => {
    const forged = { 'x-origin-secret': 'guess', 'cloudfront-viewer-address': '203.0.113.9:1' };
    const seen = await (await get('/api/sign/session', forged)).json();
    expect(seen).toMatchObject({
      'x-origin-secret': 'known',
      'cloudfront-viewer-address': expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    });
  });
});

describe('an error of the origin', () => {
  async function statusAt(path: string, status: number, method = 'GET') {
    origin.status = status;
    const response = await fetch(`${listener.url}${path}`, { method });
    return [response.status, response.headers.get('x-cache')];
  }
  const kept = (status: number) => [status, 'Error from cloudfront'];
  const fresh = (status: number) => [status, 'Miss from cloudfront'];

  it.each([404, 414, 500, 501, 502])('%i is kept for ten seconds, whoever asks', async (status) => {
    const path = `/api/kept/${status}`;
    expect(await statusAt(path, status)).toEqual(fresh(status));
    clock.now += 9_999;
    expect(await statusAt(`${path}?another=query`, 200)).toEqual(kept(status));
    clock.now += 1;
    expect(await statusAt(path, 200)).toEqual(fresh(200));
  });

  it.each([400, 401, 403, 405, 409, 413, 429])('%i is kept for nobody', async (status) => {
    expect(await statusAt(`/api/free/${status}`, status)).toEqual(fresh(status));
    expect(await statusAt(`/api/free/${status}`, 200)).toEqual(fresh(200));
  });

  it('is kept as long as the template says, or not at all', async () => {
    expect(await statusAt('/api/none', 503)).toEqual(fresh(503));
    expect(await statusAt('/api/none', 200)).toEqual(fresh(200));
    expect(await statusAt('/api/minute', 504)).toEqual(fresh(504));
    clock.now += 59_999;
    expect(await statusAt('/api/minute', 200)).toEqual(kept(504));
  });

  it('is kept of no request that changes something', async () => {
    expect(await statusAt('/api/post', 500, 'POST')).toEqual([500, null]);
    expect(await statusAt('/api/post', 200)).toEqual(fresh(200));
  });

  it('is answered with the body that it had', async () => {
    origin.status = 500;
    const bodies = [await get('/api/body', { 'x-me': 'first' }), await get('/api/body')];
    const [first, second] = await Promise.all(bodies.map((one) => one.text()));
    expect(first).toContain('first');
    expect(second).toBe(first);
    expect(bodies[1]?.headers.get('x-answer')).toBe(bodies[0]?.headers.get('x-answer'));
  });
});
