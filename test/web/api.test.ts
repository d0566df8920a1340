import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GATEWAY_MESSAGES } from '../../shared/contract/api/problem-codes.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { createApi } from '../../web/ui/api.ts';

/** Responds to `/STATUS` like API Gateway, and to `/html/STATUS` like a CloudFront distribution. */
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const status = Number(url.split('/').at(-1));
    const message = GATEWAY_MESSAGES[status as keyof typeof GATEWAY_MESSAGES];
    response.statusCode = status;
    response.end(url.startsWith('/html') ? '<h1>no</h1>' : JSON.stringify({ message }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

const failure = (path: string, language: string) =>
  createApi(() => language)
    .get(`${origin}${path}`)
    .then(
      () => undefined,
      (error: Error) => error,
    );

test('every answer of the gateway is a sentence in the language of the page', async () => {
  for (const status of Object.keys(GATEWAY_MESSAGES)) {
    const said = await Promise.all(LANGUAGES.map((language) => failure(`/${status}`, language)));
    const sentences = new Set(said.map((error) => error?.message));
    expect(sentences.size, status).toBe(LANGUAGES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/u);
  }
});

test('a status that nobody described, and a page in place of JSON, are told as a fault', async () => {
  for (const path of ['/html/503', '/html/502', '/418', '/html/403']) {
    const error = await failure(path, 'de');
    expect(error).toMatchObject({
      name: 'Problem',
      message: expect.stringMatching(/noch einmal\.$/),
    });
  }
});

test('what the gateway says has the code that the API would give it', async () => {
  expect(await failure('/429', 'it')).toMatchObject({ status: 429, code: 'too_many' });
  expect(await failure('/413', 'it')).toMatchObject({ status: 413, code: 'body_too_large' });
});
