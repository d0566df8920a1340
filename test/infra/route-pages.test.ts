import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EdgeFunction } from '../../infra/local/distribution/edge-function.ts';

const source = new URL('../../infra/edge/route-pages.js', import.meta.url);
const edge = new EdgeFunction(readFileSync(source, 'utf8'));

const OPENED = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const LOADED = { accept: '*/*' };
const ask = (uri: string, headers = OPENED) => edge.request({ uri, method: 'GET', headers });
const status = (uri: string, headers = OPENED) =>
  edge.response({ uri, method: 'GET', headers }, 200);

describe('an address among the files', () => {
  it.each(['/assets/none.js', '/assets/%00', '/assets/', '/assets/main-1.js'])(
    'is no page: whoever opens %s is told so',
    (uri) => {
      expect(ask(uri)).toEqual({ uri: '/not-found' });
      expect([status(uri), status('/not-found')]).toEqual([404, 404]);
    },
  );

  it.each([LOADED, {}, { accept: 'text/css,*/*;q=0.1' }, { accept: 'image/avif,*/*' }])(
    'is a file for a page that loads it with %o',
    (headers) => {
      expect(edge.request({ uri: '/assets/main-1.js', method: 'GET', headers })).toEqual({
        uri: '/assets/main-1.js',
      });
      expect(edge.response({ uri: '/assets/main-1.js', method: 'GET', headers }, 200)).toBe(200);
    },
  );
});

it('every other address is a page, whatever a program asks for', () => {
  for (const headers of [OPENED, LOADED]) {
    expect(ask('/nothing', headers)).toEqual({ uri: '/not-found' });
    expect(ask('/sign', headers)).toEqual({ uri: '/sign' });
    expect(status('/sign', headers)).toBe(200);
    expect(status('/nothing', headers)).toBe(404);
    expect(ask('/SIGN/', headers)).toMatchObject({ statusCode: 302 });
  }
});
