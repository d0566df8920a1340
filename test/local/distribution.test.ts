import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Distribution } from '../../infra/local/distribution.ts';
import type { HttpApi } from '../../infra/local/http-api.ts';
import { Listener } from '../../infra/local/listener.ts';
import { StaticSite } from '../../infra/local/static-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'sigillo-site-'));
const script = `console.log(${JSON.stringify('x'.repeat(5_000))})`;
let listener: Listener;

/** Tells which headers reached it. */
const echo = {
  handle: async (request, response) => void response.end(JSON.stringify(request.headers)),
} as Pick<HttpApi, 'handle'> as HttpApi;

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
  const calls = { kind: 'api' as const, headers: { 'x-origin-secret': 'known' } };
  const distribution = new Distribution(
    echo,
    [
      { pattern: 'api/*', origin: calls, headers: {}, packs: false },
      { pattern: 'assets/*', ...packed },
      { pattern: '*', ...packed, packs: false },
    ],
    'sign',
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
