import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { Refusal } from '../../../shared/domain/errors.ts';
import { httpPipeline } from '../../../shared/runtime/http-pipeline.ts';
import { route } from '../../../shared/runtime/http-route.ts';
import { log } from '../../../shared/runtime/log.ts';
import { noteEnvelope, noting } from '../../../shared/runtime/log-scope.ts';
import { streamPipeline } from '../../../shared/runtime/stream-pipeline.ts';
import { taskPipeline } from '../../../shared/runtime/task-pipeline.ts';
import { httpEvent, lambdaContext } from '../../fixtures/http-event.ts';
import { SettableClock } from '../../fixtures/memory/clock.ts';

const [FIRST, SECOND] = ['7'.repeat(26), '8'.repeat(26)] as [string, string];
const KEY = 'POST /api/sign/{handle}/code';
const Answer = z.object({});

let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(
    (line) => lines.push(JSON.parse(String(line))) > 0,
  );
});
afterEach(() => vi.restoreAllMocks());

const door = (run: () => Promise<object>) =>
  httpPipeline({ [KEY]: route({ answer: Answer }, run as () => Promise<never>) });

const ledger = noting({ load: (_: string): Promise<object> => Promise.reject(new Error('down')) });

test('a door whose ledger is out of reach names the envelope beside the answered 500', async () => {
  const answer = await door(() => ledger.load(FIRST))(httpEvent(KEY), lambdaContext);
  expect(answer.statusCode).toBe(500);
  expect(lines).toMatchObject([{ level: 'error', status: 500, envelopeId: FIRST }]);
});

test('a refusal names the envelope of its address', async () => {
  const refuse = door(() => Promise.reject(new Refusal('forbidden')));
  await refuse(httpEvent(KEY, { path: { id: FIRST } }), lambdaContext);
  expect(lines).toMatchObject([{ level: 'warn', code: 'forbidden', envelopeId: FIRST }]);
});

test('what a stranger writes in place of an id is not logged', async () => {
  const refuse = door(() => Promise.reject(new Refusal('not_found')));
  await refuse(httpEvent(KEY, { path: { id: 'mario.rossi@example.com' } }), lambdaContext);
  expect(JSON.stringify(lines)).not.toContain('mario');
  expect(lines[0]).not.toHaveProperty('envelopeId');
});

test('two calls at once name each its own envelope, one about several names them all', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const about = (...ids: readonly string[]) =>
    door(async () => {
      for (const id of ids) noteEnvelope(id);
      await promise;
      return {};
    })(httpEvent(KEY), lambdaContext);
  const calls = [about(FIRST), about(SECOND), about(FIRST, SECOND), about()];
  resolve();
  await Promise.all(calls);
  expect(lines.map(({ envelopeId, envelopes }) => [envelopeId, envelopes])).toEqual([
    [FIRST, undefined],
    [SECOND, undefined],
    [undefined, `${FIRST} ${SECOND}`],
    [undefined, undefined],
  ]);
});

test('each line that a task writes on its way names the envelope of its order', async () => {
  const task = taskPipeline(z.unknown(), Answer, async () => {
    log('error', 'lost-text-row', {});
    return {};
  });
  await task({ operation: 'invite', envelopeId: FIRST, token: 'secret' }, lambdaContext);
  expect(lines).toMatchObject([
    { event: 'lost-text-row', envelopeId: FIRST },
    { event: 'task', operation: 'invite', envelopeId: FIRST },
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test('a record that cannot even be read names the envelope whose it is', async () => {
  const record = (sequence: string, id: string) => ({
    eventName: 'INSERT' as const,
    dynamodb: { SequenceNumber: sequence, Keys: { envelopeId: { S: id } } },
  });
  const follow = streamPipeline<string>({
    read: () => {
      throw new TypeError('no entry');
    },
    group: (id) => id,
    run: async () => undefined,
    giveUp: async () => undefined,
    envelopeIdIn: ({ dynamodb }) => (dynamodb.Keys?.envelopeId as { S: string } | undefined)?.S,
    clock: new SettableClock(),
    pause: async () => undefined,
  });
  await follow({ Records: [record('1', FIRST), record('2', SECOND)] }, lambdaContext);
  expect(lines.map(({ event, envelopeId }) => [event, envelopeId]).sort()).toEqual([
    ['letter', FIRST],
    ['letter', SECOND],
  ]);
});
