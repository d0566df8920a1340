import { expect, test } from 'vitest';
import * as z from 'zod';
import { httpPipeline } from '../../../shared/runtime/http-pipeline.ts';
import { route } from '../../../shared/runtime/http-route.ts';
import { httpEvent, lambdaContext } from '../../fixtures/http-event.ts';

let title = 'one';
const contract = { answer: z.object({ title: z.string() }) };
const door = httpPipeline({
  'GET /a': route(contract, async () => ({ title })),
  'POST /a': route(contract, async () => ({ title })),
});

function ask(routeKey: string, tags?: string) {
  const headers = tags ? { 'if-none-match': tags } : {};
  return door(httpEvent(routeKey, { headers }), lambdaContext);
}

test('an answer has the ETag of what it says', async () => {
  const [first, same] = [await ask('GET /a'), await ask('GET /a')];
  expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/);
  expect(same.headers.etag).toBe(first.headers.etag);
  title = 'two';
  expect((await ask('GET /a')).headers.etag).not.toBe(first.headers.etag);
});

test('who has it already is told 304 and nothing else, with the headers of the answer', async () => {
  const whole = await ask('GET /a');
  const etag = whole.headers.etag!;
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`])
    expect(await ask('GET /a', tags)).toEqual({ statusCode: 304, headers: whole.headers });
  for (const tags of ['"other"', '*', etag.slice(1, -1), `${'"x",'.repeat(200)}${etag}`])
    expect((await ask('GET /a', tags)).statusCode).toBe(200);
});

test('what changes something is always answered whole, and so is a refusal', async () => {
  const { etag } = (await ask('GET /a')).headers;
  const changed = await ask('POST /a', etag);
  expect(changed.statusCode).toBe(200);
  expect(changed.headers.etag).toBeUndefined();
  expect((await ask('GET /b', etag)).statusCode).toBe(404);
});
