import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Meter } from '../../infra/local/aws/meter.ts';
import { ChangeLog } from '../../infra/local/dynamodb/change-log.ts';
import type { Json, JsonObject } from '../../infra/local/json.ts';
import { EventSource, type EventSourceMapping } from '../../infra/local/lambda/event-source.ts';
import { FunctionError } from '../../infra/local/lambda/function-error.ts';
import { Invocations } from '../../infra/local/lambda/invocations.ts';
import { Lambda } from '../../infra/local/lambda/lambda.ts';
import { Queues } from '../../infra/local/messaging/sqs.ts';
import { Store } from '../../infra/local/state/store.ts';
import { Clock } from '../../infra/local/time/clock.ts';
import { eventually } from './fixtures/eventually.ts';

/** A function whose behaviour each test sets; runs in this thread. */
class Scripted extends Lambda {
  calls: JsonObject[] = [];
  probed = (): void => {};
  answer: (payload: JsonObject) => Json = () => ({});

  override has(reference: string): boolean {
    return reference === 'work';
  }

  override async invoke(_: string, payload: Json): Promise<Json> {
    if ((payload as JsonObject).probe) {
      this.probed();
      return {};
    }
    this.calls.push(payload as JsonObject);
    return this.answer(payload as JsonObject);
  }
}

function fail(): never {
  throw new FunctionError({ errorType: 'Broken', errorMessage: 'no' });
}

const everythingAllowed = { serviceMay: () => true, functionMay: () => true };

let folder: string;
let store: Store;
let clock: Clock;
let lambda: Scripted;
let queues: Queues;

function open() {
  store = new Store(join(folder, 'state.db'));
  clock = new Clock(store);
  lambda = new Scripted(clock, () => {}, new Meter());
  queues = new Queues(store, clock);
  queues.create('dead', {});
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delivery-'));
  open();
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const dead = () => queues.messages('dead').map(({ body }) => JSON.parse(body) as JsonObject);

const callsReach = (count: number) => eventually(() => lambda.calls.length >= count);

describe('an asynchronous invocation', () => {
  let invocations: Invocations;

  beforeEach(() => {
    invocations = new Invocations(store, clock, lambda, queues, everythingAllowed);
    invocations.configure('work', { onFailure: 'dead' });
    invocations.start();
  });

  afterEach(() => invocations.close());

  /** Calls are ordered by time: once a later one was made, none due earlier is pending. */
  async function whatIsDueIsDone(): Promise<void> {
    const called = new Promise<void>((resolve) => {
      lambda.probed = resolve;
    });
    invocations.enqueue('work', { probe: true });
    await called;
  }

  test('reaches its function once', async () => {
    invocations.enqueue('work', { n: 1 });
    await callsReach(1);
    clock.advance(3_600_000);
    await whatIsDueIsDone();
    expect(lambda.calls).toEqual([{ n: 1 }]);
  });

  test('waits as long as it was told to', async () => {
    invocations.enqueue('work', { n: 'later' }, { after: 5_000 });
    invocations.enqueue('work', { n: 'now' });
    await callsReach(1);
    clock.advance(4_000);
    await whatIsDueIsDone();
    expect(lambda.calls).toEqual([{ n: 'now' }]);
    clock.advance(1_000);
    await callsReach(2);
    expect(lambda.calls).toEqual([{ n: 'now' }, { n: 'later' }]);
  });

  test('is tried twice more, after one and two minutes, then kept in the queue', async () => {
    lambda.answer = fail;
    invocations.enqueue('work', { n: 1 });
    await callsReach(1);
    clock.advance(59_000);
    await whatIsDueIsDone();
    expect(lambda.calls).toHaveLength(1);
    clock.advance(1000);
    await callsReach(2);
    clock.advance(120_000);
    await callsReach(3);
    const [record] = await eventually(() => dead().length > 0 && dead());
    expect(record).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: { n: 1 },
      responsePayload: { errorType: 'Broken' },
    });
  });

  test('that was accepted before a crash is delivered after it', async () => {
    await invocations.close();
    invocations.enqueue('work', { n: 2 });
    store.close();
    open();
    invocations = new Invocations(store, clock, lambda, queues, everythingAllowed);
    invocations.start();
    await callsReach(1);
    expect(lambda.calls).toEqual([{ n: 2 }]);
  });

  test('for a function that does not exist goes to the queue of the rule', async () => {
    const retry = { maximumRetries: 185, maximumAge: 86_400 };
    const targetArn = 'arn:aws:lambda:eu-west-1:000000000000:function:nobody';
    const ruleArn = 'arn:aws:events:eu-west-1:000000000000:rule/sigillo/some';
    invocations.deliver({ targetArn, ruleArn, input: { n: 3 }, retry, deadLetterArn: 'dead' });
    expect(await eventually(() => dead()[0])).toEqual({ n: 3 });
  });

  test('of a rule that the function does not let in goes to the queue of the rule at once, if that lets it', async () => {
    const asked: string[] = [];
    const onlyLetters = {
      functionMay: () => true,
      serviceMay: (service: string, action: string) => {
        asked.push(`${service} ${action}`);
        return action === 'sqs:SendMessage';
      },
    };
    const guarded = new Invocations(store, clock, lambda, queues, onlyLetters);
    guarded.start();
    const targetArn = 'arn:aws:lambda:eu-west-1:000000000000:function:work';
    const ruleArn = 'arn:aws:events:eu-west-1:000000000000:rule/sigillo/some';
    const retry = { maximumRetries: 185, maximumAge: 86_400 };
    await invocations.close();
    guarded.deliver({ targetArn, ruleArn, input: { n: 8 }, retry, deadLetterArn: 'dead' });
    expect(await eventually(() => dead()[0])).toEqual({ n: 8 });
    expect(lambda.calls).toEqual([]);
    expect(asked).toEqual([
      'events.amazonaws.com lambda:InvokeFunction',
      'events.amazonaws.com sqs:SendMessage',
    ]);
    await guarded.close();
  });

  test('that failed is sent to no queue that the function’s role may not write to', async () => {
    await invocations.close();
    const noLetters = { serviceMay: () => true, functionMay: () => false };
    const guarded = new Invocations(store, clock, lambda, queues, noLetters);
    guarded.configure('work', { onFailure: 'dead', maximumRetries: 0 });
    lambda.answer = fail;
    guarded.start();
    guarded.enqueue('work', { n: 9 });
    await callsReach(1);
    await guarded.close();
    expect(dead()).toEqual([]);
  });

  test('that is too old is not delivered any more', async () => {
    lambda.answer = fail;
    invocations.enqueue('work', { n: 4 });
    await callsReach(1);
    clock.advance(7 * 3_600_000);
    expect(await eventually(() => dead()[0])).toMatchObject({
      requestContext: { condition: 'EventAgeExceeded' },
    });
    expect(lambda.calls).toHaveLength(1);
  });
});

describe("a table's stream", () => {
  let changes: ChangeLog;
  let source: EventSource;

  const mappingOf = (more: Partial<EventSourceMapping>): EventSourceMapping => ({
    id: 'mapping',
    table: 'Ledger',
    functionName: 'work',
    batchSize: 10,
    batchWindow: 0,
    lanes: 1,
    reportItemFailures: true,
    bisect: false,
    maximumRetries: -1,
    maximumAge: -1,
    onFailure: 'dead',
    filters: [],
    ...more,
  });

  function follow(more: Partial<EventSourceMapping> = {}) {
    source = new EventSource(mappingOf(more), {
      store,
      clock,
      changes,
      lambda,
      queues,
      judge: everythingAllowed,
    });
    source.start();
  }

  function write(n: number) {
    const key = { id: { S: String(n) } };
    const intent = changes.begin({ table: 'Ledger', key, old: undefined, expired: false });
    changes.settle(intent, key, 'NEW_IMAGE');
  }

  function writeItem(id: string, version: number) {
    const key = { id: { S: id }, version: { N: String(version) } };
    const intent = changes.begin({ table: 'Ledger', key, old: undefined, expired: false });
    changes.settle(intent, key, 'NEW_IMAGE');
  }

  const versionsOf = ({ Records }: JsonObject, item: string) =>
    (Records as { dynamodb: { Keys: { id: { S: string }; version: { N: string } } } }[])
      .filter(({ dynamodb }) => dynamodb.Keys.id.S === item)
      .map(({ dynamodb }) => Number(dynamodb.Keys.version.N));

  const idsOf = ({ Records }: JsonObject) =>
    (Records as { dynamodb: { Keys: { id: { S: string } } } }[]).map(
      ({ dynamodb }) => dynamodb.Keys.id.S,
    );

  const sequenceOf = ({ Records }: JsonObject, id: string) =>
    (Records as { dynamodb: { Keys: { id: { S: string } }; SequenceNumber: string } }[]).find(
      ({ dynamodb }) => dynamodb.Keys.id.S === id,
    )?.dynamodb.SequenceNumber;

  /** Advances the clock until the delayed calls were made. */
  const patiently = <T>(look: () => T | undefined | false) =>
    eventually(() => {
      clock.advance(5000);
      return look();
    });

  beforeEach(() => {
    changes = new ChangeLog(store, clock);
  });

  afterEach(() => source.close());

  test('reaches the function in order, each record once', async () => {
    for (const n of [1, 2, 3]) write(n);
    follow({ batchSize: 2 });
    write(4);
    await eventually(() => lambda.calls.flatMap(idsOf).length >= 4);
    expect(lambda.calls.flatMap(idsOf)).toEqual(['1', '2', '3', '4']);
    expect(lambda.calls.every((call) => idsOf(call).length <= 2)).toBe(true);
  });

  test('gathers what comes until the window of the first record is over', async () => {
    follow({ batchWindow: 5 });
    write(1);
    await new Promise(setImmediate);
    write(2);
    clock.advance(5000);
    await callsReach(1);
    expect(lambda.calls.map(idsOf)).toEqual([['1', '2']]);
  });

  test('gives up nothing that waits in its window while the clock is moved by days', async () => {
    follow({ batchWindow: 5, maximumAge: 86_400 });
    write(1);
    await new Promise(setImmediate);
    clock.advance(3 * 86_400_000);
    await callsReach(1);
    expect([lambda.calls.map(idsOf), dead()]).toEqual([[['1']], []]);
  });

  test('waits for no more than a batch holds', async () => {
    for (const n of [1, 2, 3]) write(n);
    follow({ batchWindow: 300, batchSize: 2 });
    await callsReach(1);
    expect(lambda.calls.map(idsOf)).toEqual([['1', '2']]);
  });

  test('waits while the function’s role may not read the stream, and goes on when it may', async () => {
    let granted = false;
    const asked: string[] = [];
    function functionMay(name: string, action: string) {
      asked.push(`${name} ${action}`);
      return granted;
    }
    const ports = { store, clock, changes, lambda, queues };
    const judge = { serviceMay: () => true, functionMay };
    source = new EventSource(mappingOf({}), { ...ports, judge });
    source.start();
    write(1);
    await eventually(() => asked.length > 0);
    expect(asked[0]).toBe('work dynamodb:DescribeStream');
    expect(lambda.calls).toEqual([]);
    granted = true;
    clock.advance(60_000);
    await callsReach(1);
  });

  test('reaches each of its functions, also the one that comes behind', async () => {
    const behind = new Scripted(clock, () => {}, new Meter());
    behind.answer = fail;
    const ports = { store, clock, changes, lambda: behind, queues, judge: everythingAllowed };
    const slow = new EventSource({ ...mappingOf({ bisect: true }), id: 'slow' }, ports);
    slow.start();
    follow();
    for (const n of [1, 2, 3]) write(n);
    await eventually(() => lambda.calls.flatMap(idsOf).length >= 3);
    behind.answer = () => ({});
    behind.calls = [];
    await patiently(() => behind.calls.flatMap(idsOf).length >= 3);
    await slow.close();
    expect(behind.calls.flatMap(idsOf)).toEqual(['1', '2', '3']);
    expect(changes.records('Ledger', 0)).toEqual([]);
  });

  test('goes on after a restart where it stood', async () => {
    follow();
    write(1);
    await callsReach(1);
    await source.close();
    write(2);
    store.close();
    open();
    changes = new ChangeLog(store, clock);
    follow();
    await callsReach(1);
    expect(lambda.calls.flatMap(idsOf)).toEqual(['2']);
  });

  test('is retried from the first record that the function names as failed', async () => {
    lambda.answer = (call) => {
      const itemIdentifier = lambda.calls.length === 1 ? sequenceOf(call, '2') : undefined;
      return { batchItemFailures: itemIdentifier ? [{ itemIdentifier }] : [] };
    };
    for (const n of [1, 2, 3]) write(n);
    follow();
    await patiently(() => lambda.calls.length >= 2);
    expect(lambda.calls.map(idsOf)).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
  });

  test('is split until the poison record is alone, which then goes to the queue', async () => {
    lambda.answer = (call) => (idsOf(call).includes('3') ? fail() : {});
    for (const n of [1, 2, 3, 4]) write(n);
    follow({ bisect: true, maximumRetries: 1 });
    const [record] = await patiently(() => dead().length > 0 && dead());
    expect(record).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    await patiently(() => idsOf(lambda.calls.at(-1) ?? { Records: [] }).join() === '4');
    expect(lambda.calls.map(idsOf)).toContainEqual(['1', '2']);
  });

  test('passes a poison record by in its other lanes, each in its own order', async () => {
    const items = Array.from({ length: 8 }, (_, n) => `item-${n}`);
    lambda.answer = (call) => (idsOf(call).includes('item-0') ? fail() : {});
    follow({ lanes: 4, bisect: true, batchSize: 2 });
    const versions = [1, 2, 3];
    for (const version of versions) for (const item of items) writeItem(item, version);
    const passed = () =>
      lambda.calls.filter((call) => !idsOf(call).includes('item-0')).flatMap(idsOf);
    const free = await eventually(() => {
      const done = items.filter((item) => passed().filter((id) => id === item).length === 3);
      return done.length >= 4 && done;
    });
    expect(free).not.toContain('item-0');
    for (const item of free)
      expect(lambda.calls.flatMap((call) => versionsOf(call, item))).toEqual(versions);
  });

  test('goes on in lanes where it stood as one, and drops nothing that a lane has still to read', async () => {
    follow();
    for (const n of [1, 2, 3]) write(n);
    await eventually(() => lambda.calls.flatMap(idsOf).length >= 3);
    await source.close();
    lambda.calls = [];
    changes = new ChangeLog(store, clock);
    for (const n of [4, 5, 6, 7]) write(n);
    follow({ lanes: 3 });
    await eventually(() => lambda.calls.flatMap(idsOf).length >= 4);
    expect(lambda.calls.flatMap(idsOf).sort()).toEqual(['4', '5', '6', '7']);
    await eventually(() => changes.records('Ledger', 0).length === 0);
  });

  test('waits behind a failing record until it is too old', async () => {
    lambda.answer = fail;
    write(1);
    follow({ maximumAge: 86_400 });
    await callsReach(1);
    expect(dead()).toEqual([]);
    clock.advance(86_401_000);
    expect(await eventually(() => dead()[0])).toMatchObject({
      requestContext: { condition: 'RecordAgeExceeded' },
    });
  });
});
