import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { line } from '../../../shared/contract/text.ts';
import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import { PdfRefusal } from '../../../shared/pdf/refusal.ts';
import type { HttpEvent } from '../../../shared/runtime/http-event.ts';
import { httpPipeline } from '../../../shared/runtime/http-pipeline.ts';
import { route, routeFor } from '../../../shared/runtime/http-route.ts';
import { preferredLanguage } from '../../../shared/runtime/preferred-language.ts';
import { Reply } from '../../../shared/runtime/reply.ts';
import { streamPipeline } from '../../../shared/runtime/stream-pipeline.ts';
import { taskPipeline } from '../../../shared/runtime/task-pipeline.ts';
import { httpEvent, lambdaContext } from '../../fixtures/http-event.ts';
import { SettableClock } from '../../fixtures/memory/clock.ts';

const Input = z.strictObject({ name: z.string().max(5) });
const Answer = z.object({ name: z.string() });
const KEY = 'POST /api/x/{id}';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const throwing = (error: unknown) =>
  httpPipeline({ [KEY]: route({ answer: Answer }, () => Promise.reject(error)) });

async function ask(handler: ReturnType<typeof httpPipeline>, event: HttpEvent) {
  const { body, ...result } = await handler(event, lambdaContext);
  return { ...result, body: JSON.parse(body ?? 'null') };
}

describe('the HTTP pipeline', () => {
  const echo = httpPipeline({
    [KEY]: route({ body: Input, answer: Answer, status: 201 }, async ({ body }) => ({
      ...body,
      secret: 'never declared',
    })),
  });

  it('answers only what the contract declares, and never to be stored', async () => {
    const answer = await ask(echo, httpEvent(KEY, { body: { name: 'Anna' } }));
    expect(answer).toMatchObject({ statusCode: 201, body: { name: 'Anna' } });
    expect(answer.body).not.toHaveProperty('secret');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
    });
  });

  it('names each place of a body that does not fit, and repeats nothing of it', async () => {
    const answer = await ask(echo, httpEvent(KEY, { body: { name: 'Annamaria' } }));
    expect(answer).toMatchObject({ statusCode: 400, body: { code: 'malformed' } });
    expect(answer.body.issues).toEqual([{ path: 'name', message: expect.any(String) }]);
    expect(JSON.stringify(answer)).not.toContain('Annamaria');
  });

  it('names an unknown property, in body and query, also where nothing is declared', async () => {
    const body = '{"name":"Anna","admin":true,"__proto__":{},"constructor":1}';
    const answer = await ask(echo, httpEvent(KEY, { body }));
    expect(answer.statusCode).toBe(400);
    expect(answer.body.issues).toEqual(
      ['admin', '__proto__', 'constructor'].map((path) => ({ path, message: 'unknown property' })),
    );
    const bare = httpPipeline({ [KEY]: route({ answer: Answer }, async () => ({ name: 'x' })) });
    expect((await ask(bare, httpEvent(KEY, { body: {} }))).statusCode).toBe(200);
    for (const asked of [{ body: { admin: true } }, { query: { admin: 'true' } }])
      expect((await ask(bare, httpEvent(KEY, asked))).body.issues).toMatchObject([
        { path: 'admin' },
      ]);
  });

  it('names at most twenty problems, each shortly', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}`, 0]));
    for (const body of [many, { name: 'x', ['y'.repeat(5_000)]: 1 }]) {
      const answer = await ask(echo, httpEvent(KEY, { body }));
      expect(answer.statusCode).toBe(400);
      expect(answer.body.issues.length).toBeLessThanOrEqual(20);
      expect(JSON.stringify(answer.body).length).toBeLessThan(3_000);
    }
  });

  it('tells a text that cannot be read as it stands in a sentence', async () => {
    const titled = route(
      { body: z.strictObject({ title: line(9) }), answer: Answer },
      async () => ({
        name: '',
      }),
    );
    const said = async (title: string) =>
      (await ask(httpPipeline({ [KEY]: titled }), httpEvent(KEY, { body: { title } }))).body;
    expect(await said('a\u202eb')).toMatchObject({ status: 400, code: 'text_unreadable' });
    expect(await said('a\ud800')).toMatchObject({ status: 400, code: 'text_unreadable' });
    expect(await said('\u3164')).toMatchObject({ code: 'text_empty', facts: { path: 'title' } });
    expect(await said('a'.repeat(10))).toMatchObject({ code: 'malformed' });
  });

  it('takes only JSON, so that a form of another site cannot post', async () => {
    const form = httpEvent(KEY, {
      body: '{"name":"Anna"}',
      headers: { 'content-type': 'text/plain' },
    });
    expect((await ask(echo, form)).statusCode).toBe(400);
    expect((await ask(echo, httpEvent(KEY, { body: '{"name":' }))).statusCode).toBe(400);
  });

  it('says a refusal as a problem, with its facts and in the language asked for', async () => {
    const handler = throwing(new Refusal('code_wrong', { triesLeft: 3 }));
    const headers = { 'accept-language': 'en-GB,en;q=0.9,it;q=0.5' };
    const answer = await ask(handler, httpEvent(KEY, { headers }));
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer).toMatchObject({
      statusCode: 422,
      body: { type: 'urn:sigillo:code_wrong', code: 'code_wrong', facts: { triesLeft: 3 } },
    });
    expect(answer.body.title).toContain('Tries left: 3');
  });

  it('says when to come back', async () => {
    const answer = await ask(
      throwing(new Refusal('code_too_soon', { seconds: 42 })),
      httpEvent(KEY),
    );
    expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '42' } });
  });

  it('treats a refusal of the PDF code like any other', async () => {
    const answer = await ask(throwing(new PdfRefusal('image_type')), httpEvent(KEY));
    expect(answer).toMatchObject({ statusCode: 422, body: { code: 'image_type' } });
  });

  it('asks to try again when writers kept meeting', async () => {
    const answer = await ask(throwing(new Conflict('x')), httpEvent(KEY));
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
  });

  it('tells nothing of a fault but the id of the request', async () => {
    const fault = new Error('cannot reach anna@example.com with token 1234');
    const answer = await ask(throwing(fault), httpEvent(KEY));
    expect(answer).toMatchObject({
      statusCode: 500,
      body: { code: 'internal', requestId: 'request-1' },
    });
    expect(JSON.stringify(answer) + lines.join()).not.toMatch(/anna@|1234/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', route: KEY, status: 500 });
  });

  it('writes neither bodies nor cookies into the log', async () => {
    await ask(echo, httpEvent(KEY, { body: { name: 'Anna' }, cookies: ['__Host-s-1=hush'] }));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', route: KEY, status: 201 });
    expect(lines[0]).not.toMatch(/Anna|hush/);
  });

  it('hands over cookies and sets them', async () => {
    const handler = httpPipeline({
      [KEY]: route(
        { answer: Answer },
        async ({ cookies }) =>
          new Reply({ name: cookies['__Host-s-1'] ?? '' }, { cookies: ['a=b; Secure'] }),
      ),
    });
    const answer = await ask(handler, httpEvent(KEY, { cookies: ['x=y', '__Host-s-1=a=b'] }));
    expect(answer).toMatchObject({ body: { name: 'a=b' }, cookies: ['a=b; Secure'] });
  });

  it('answers 404 to a route that is not there', async () => {
    expect((await ask(echo, httpEvent('GET /api/y'))).body).toMatchObject({ code: 'not_found' });
  });
});

describe('cheap first', () => {
  async function admit({ cookies }: { cookies: Readonly<Record<string, string>> }) {
    if (!cookies.session) throw new Refusal('session_missing');
    return {};
  }
  const contract = { body: Input, answer: Answer, mostBytes: 40 };
  const guarded = httpPipeline({ [KEY]: routeFor(admit)(contract, async ({ body }) => body) });
  const cookies = ['session=1'];

  it('the size of the raw body, before anyone is asked for', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(30) });
    for (const asked of [{ body }, { body, cookies }, { body: `"${'é'.repeat(20)}"`, cookies }]) {
      const answer = await ask(guarded, httpEvent(KEY, asked));
      expect(answer).toMatchObject({ statusCode: 413, body: { code: 'body_too_large' } });
      expect(answer.body.facts).toEqual({ most: 40 });
    }
  });

  it('also of one in base64', async () => {
    function sent(length: number) {
      const body = Buffer.from(JSON.stringify({ name: 'Anna' }).padEnd(length)).toString('base64');
      return ask(guarded, { ...httpEvent(KEY, { body, cookies }), isBase64Encoded: true });
    }
    expect((await sent(40)).statusCode).toBe(200);
    expect((await sent(43)).statusCode).toBe(413);
  });

  it('then who asks, before the body is read', async () => {
    for (const body of ['{', '{"admin":1}', '[]'])
      expect((await ask(guarded, httpEvent(KEY, { body }))).statusCode).toBe(401);
    expect((await ask(guarded, httpEvent(KEY, { body: '{', cookies }))).statusCode).toBe(400);
  });

  it('8 KB where an operation does not say more', async () => {
    const unsaid = httpPipeline({
      [KEY]: route({ body: z.unknown(), answer: Answer }, async () => ({ name: '' })),
    });
    const status = async (length: number) =>
      (await ask(unsaid, httpEvent(KEY, { body: '{}'.padEnd(length) }))).statusCode;
    expect([await status(8_192), await status(8_193)]).toEqual([200, 413]);
  });
});

describe('the claims of a token', () => {
  const claims = { iss: 'https://issuer.example', sub: 'u1', groups: ['Sales admin', 'x,y'] };
  const said = route({ answer: z.object({ claims: z.unknown() }) }, async ({ claims }) => ({
    claims,
  }));
  const handler = httpPipeline({ [KEY]: said });

  it('are told as the token has them, not as the authorizer flattens them', async () => {
    expect((await ask(handler, httpEvent(KEY, { claims }))).body).toEqual({ claims });
  });

  it('are none where no authorizer has verified the token', async () => {
    const { requestContext, ...event } = httpEvent(KEY, { claims });
    const { authorizer: _, ...unverified } = requestContext;
    const answer = await ask(handler, { ...event, requestContext: unverified });
    expect(answer.body).toEqual({ claims: {} });
  });

  it.each([
    ['another subject', { ...claims, sub: 'u2' }],
    ['another issuer', { ...claims, iss: 'https://other.example' }],
  ])('are refused where the header has a token of %s than was verified', async (_, other) => {
    const { headers } = httpEvent(KEY, { claims: other });
    const event = { ...httpEvent(KEY, { claims }), headers };
    expect((await ask(handler, event)).body.code).toBe('forbidden');
  });

  it.each(['', 'Bearer a.b', 'Bearer a.b.c,Bearer a.b.c'])(
    'are refused where the header has no token, or two: %j',
    async (authorization) => {
      const event = { ...httpEvent(KEY, { claims }), headers: { authorization } };
      expect((await ask(handler, event)).body.code).toBe('forbidden');
    },
  );
});

describe("the signer's address", () => {
  async function seen(originSecret: string, headers: Record<string, string>) {
    const where = route({ answer: Answer }, async ({ address }) => ({ name: address }));
    const answer = await ask(
      httpPipeline({ [KEY]: where }, { originSecret }),
      httpEvent(KEY, { headers }),
    );
    return answer.body.name;
  }
  const viewer = { 'cloudfront-viewer-address': '198.51.100.7:46532' };

  it('is what the distribution says, beside its secret', async () => {
    expect(await seen('s3cret', { ...viewer, 'x-origin-secret': 's3cret' })).toBe('198.51.100.7');
  });

  it('is the caller itself when the secret is wrong, absent or empty', async () => {
    expect(await seen('s3cret', { ...viewer, 'x-origin-secret': 'guess!' })).toBe('203.0.113.9');
    expect(await seen('s3cret', viewer)).toBe('203.0.113.9');
    expect(await seen('', { ...viewer, 'x-origin-secret': '' })).toBe('203.0.113.9');
  });

  it.each([
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['2001:db8:0:0:0:0:0:1:443', '2001:db8:0:0:0:0:0:1'],
    ['nonsense', '203.0.113.9'],
  ])('reads %s', async (header, address) => {
    const headers = { 'cloudfront-viewer-address': header, 'x-origin-secret': 's' };
    expect(await seen('s', headers)).toBe(address);
  });
});

describe('the language of an answer', () => {
  it.each([
    ['en', 'en'],
    ['pt, en;q=0.3, it;q=0.8', 'it'],
    ['de-AT, en;q=0.3', 'de'],
    ['it;q=0, en-US;q=0.1', 'en'],
    ['fr', 'fr'],
    ['es-MX;q=0.5, ca', 'es'],
    ['pt', 'it'],
    [undefined, 'it'],
  ] as const)('%s: %s', (header, language) => expect(preferredLanguage(header)).toBe(language));

  it.each([
    ['fr, en;q=0.3', 'en'],
    ['fr', 'de'],
    [undefined, 'de'],
  ])('of a company that offers German and English: %s: %s', async (header, language) => {
    const languages = ['de', 'en'] as const;
    const run = async (request: { language: string }) => ({ text: request.language });
    const spoken = route({ answer: z.object({ text: z.string() }) }, run);
    const headers = header === undefined ? {} : { 'accept-language': header };
    const handler = httpPipeline({ [KEY]: spoken }, { languages });
    expect((await ask(handler, httpEvent(KEY, { headers }))).body).toEqual({ text: language });
  });
});

describe('the task pipeline', () => {
  it('parses in and out', async () => {
    const task = taskPipeline(Input, Answer, async ({ name }) => ({ name, extra: 1 }));
    expect(await task({ name: 'Anna' }, lambdaContext)).toEqual({ name: 'Anna' });
    await expect(task({}, lambdaContext)).rejects.toMatchObject({ name: 'Malformed' });
  });

  it('keeps the name of an error for the workflow and drops what it said', async () => {
    const task = taskPipeline(z.unknown(), Answer, () =>
      Promise.reject(Object.assign(new Error('anna@example.com'), { name: 'ThrottlingException' })),
    );
    const failure = await task({ taskToken: 'hush' }, lambdaContext).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: 'ThrottlingException', message: 'see the log' });
    expect((failure as Error).stack + lines.join()).not.toMatch(/anna@|hush/);
  });

  it('reports a refusal by its code', async () => {
    const task = taskPipeline(z.unknown(), Answer, () =>
      Promise.reject(new PdfRefusal('pdf_damaged')),
    );
    await expect(task({}, lambdaContext)).rejects.toMatchObject({
      name: 'Refusal',
      message: 'pdf_damaged',
    });
  });
});

describe('the stream pipeline', () => {
  const record = (sequence: string, key: string) => ({
    eventName: 'INSERT' as const,
    dynamodb: { SequenceNumber: sequence, NewImage: { key } },
  });

  const clock = new SettableClock();
  let letters: string[];
  let pauses: number[];
  beforeEach(() => {
    letters = [];
    pauses = [];
  });

  const following = (run: (sequence: string) => Promise<void>) =>
    streamPipeline({
      read: ({ dynamodb }) => {
        if (dynamodb.NewImage?.key === 'unreadable') throw new TypeError('no entry');
        return { key: String(dynamodb.NewImage?.key), sequence: dynamodb.SequenceNumber };
      },
      group: ({ key }) => key,
      run: ({ sequence }) => run(sequence),
      giveUp: async ({ dynamodb }) => {
        letters.push(dynamodb.SequenceNumber);
      },
      envelopeIdIn: () => undefined,
      clock,
      pause: async (ms) => pauses.push(ms),
    });

  const outOfReach = () => Object.assign(new Error('503'), { $fault: 'server' });
  const Records = [record('1', 'a'), record('2', 'b'), record('3', 'b'), record('4', 'a')];

  it('reports the first failure of a group, holds up that group alone, keeps order', async () => {
    const done: string[] = [];
    const handler = following(async (sequence) => {
      if (sequence === '2') throw outOfReach();
      done.push(sequence);
    });
    const result = await handler({ Records }, lambdaContext);
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(done).toEqual(['1', '4']);
    expect(letters).toEqual([]);
  });

  it('gives up what our own code cannot carry after ten tries, and goes on behind it', async () => {
    const done: string[] = [];
    let tries = 0;
    const handler = following(async (sequence) => {
      if (sequence === '2') tries += 1;
      if (sequence === '2') throw new TypeError('undefined is not a function');
      done.push(sequence);
    });
    const all = [...Records, record('5', 'unreadable'), record('6', 'b')];
    expect(await handler({ Records: all }, lambdaContext)).toEqual({ batchItemFailures: [] });
    expect(tries).toBe(10);
    expect(done.sort()).toEqual(['1', '3', '4', '6']);
    expect(letters.sort()).toEqual(['2', '5']);
    expect(pauses).toHaveLength(2 * 9);
    expect(Math.max(...pauses)).toBe(1_000);
  });

  it('takes what another try carries', async () => {
    let tries = 0;
    const handler = following(async () => {
      if (++tries < 4) throw new Error('not yet');
    });
    await handler({ Records: [record('1', 'a')] }, lambdaContext);
    expect([tries, letters]).toEqual([4, []]);
  });

  it('gives up what no service took for a day, just before the stream forgets it', async () => {
    const handler = following(() => Promise.reject(outOfReach()));
    const at = clock.now().getTime() / 1_000;
    function aged(hours: number) {
      const { dynamodb, ...rest } = record('1', 'a');
      const ApproximateCreationDateTime = at - hours * 3_600;
      return { Records: [{ ...rest, dynamodb: { ...dynamodb, ApproximateCreationDateTime } }] };
    }
    expect((await handler(aged(23), lambdaContext)).batchItemFailures).toHaveLength(1);
    expect((await handler(aged(23.6), lambdaContext)).batchItemFailures).toEqual([]);
    expect(letters).toEqual(['1']);
  });

  it('reports a record that it cannot even give up', async () => {
    const handler = streamPipeline({
      read: () => 'x',
      group: () => 'x',
      run: () => Promise.reject(new Error('poison')),
      giveUp: () => Promise.reject(outOfReach()),
      envelopeIdIn: () => undefined,
      clock,
      pause: async () => undefined,
    });
    const result = await handler({ Records: [record('1', 'a')] }, lambdaContext);
    expect(result.batchItemFailures).toEqual([{ itemIdentifier: '1' }]);
  });

  it('skips what is of no interest', async () => {
    const run = vi.fn();
    const giveUp = vi.fn();
    const ignoring = { read: () => undefined, group: () => '', envelopeIdIn: () => undefined };
    const handler = streamPipeline({
      ...ignoring,
      run,
      giveUp,
      clock,
      pause: async () => undefined,
    });
    const result = await handler({ Records: [record('1', 'a')] }, lambdaContext);
    expect(result.batchItemFailures).toEqual([]);
    expect(run).not.toHaveBeenCalled();
  });
});
