import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EdgeFunction } from '../../infra/local/distribution/edge-function.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const languagesIn = (html: string) =>
  [...html.matchAll(/<(?:section|p)[^>]* lang="(\w+)"/g)].map(([, language]) => language);

test.each(['web/not-found/index.html', 'web/ui/too-old.html'])(
  '%s, which works without a script, is in each language',
  (path) => {
    expect(languagesIn(read(path)).sort()).toEqual([...LANGUAGES].sort());
  },
);

const web = new URL('../../web/', import.meta.url);
/** The verifier serves its page itself. */
const pages = readdirSync(web).filter(
  (name) => name !== 'verify' && existsSync(new URL(`${name}/index.html`, web)),
);

test('each page has its address at the edge', () => {
  const edge = new EdgeFunction(read('infra/edge/route-pages.js'));
  const headers = { accept: 'text/html' };
  expect(pages).toContain('sign');
  for (const name of pages)
    expect(edge.request({ uri: `/${name}`, method: 'GET', headers })).toEqual({ uri: `/${name}` });
});

test('each page is built', () => {
  const [, built = ''] = /const PAGES = \[(.*)\]/.exec(read('vite.config.ts')) ?? [];
  expect([...built.matchAll(/'([\w-]+)'/g)].map(([, name]) => name).sort()).toEqual(pages.sort());
});
