import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApi } from '../../web/ui/api.ts';

let server: Server;
let origin: string;
let version = 1;
let asked: { tag: string | undefined; status: number }[] = [];

/** Responds with `version`, and with the whole body only if the client lacks that version. */
beforeAll(async () => {
  server = createServer(({ headers, url }, response) => {
    const etag = `"${version}"`;
    const status = headers['if-none-match'] === etag ? 304 : 200;
    asked.push({ tag: headers['if-none-match'], status });
    response.writeHead(status, { etag });
    response.end(status === 304 ? undefined : JSON.stringify({ url, version }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  asked = [];
  version = 1;
});

test('an answer that has not changed is not sent again, and is the same to the page', async () => {
  const api = createApi(() => 'it');
  const first = await api.get(`${origin}/a`);
  expect(await api.get(`${origin}/a`)).toBe(first);
  version = 2;
  expect(await api.get(`${origin}/a`)).toEqual({ url: '/a', version: 2 });
  expect(asked.map(({ status }) => status)).toEqual([200, 304, 200]);
});

test('only the same question in the same language has that answer', async () => {
  let language = 'it';
  const api = createApi(() => language);
  await api.get(`${origin}/a`);
  await api.get(`${origin}/b`);
  language = 'de';
  await api.get(`${origin}/a`);
  await api.post(`${origin}/a`);
  expect(asked.map(({ tag }) => tag)).toEqual([undefined, undefined, undefined, undefined]);
});

test('few answers are kept: the oldest is asked for whole again', async () => {
  const api = createApi(() => 'it');
  for (let n = 0; n < 9; n++) await api.get(`${origin}/${n}`);
  await api.get(`${origin}/8`);
  expect(await api.get(`${origin}/0`)).toEqual({ url: '/0', version: 1 });
  expect(asked.slice(9).map(({ status }) => status)).toEqual([304, 200]);
});
