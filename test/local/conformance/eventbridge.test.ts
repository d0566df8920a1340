import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let events: EventBridgeClient;

beforeAll(async () => {
  target = await Target.start();
  events = new EventBridgeClient(clientConfig(target.endpoint));
});
afterAll(() => target.stop());

async function createBus() {
  const Name = uniqueName('sigillo');
  await events.send(new CreateEventBusCommand({ Name }));
  return Name;
}

const entry = (
  EventBusName: string,
  detail: unknown = { envelopeId: 'E1' },
): PutEventsRequestEntry => ({
  EventBusName,
  Source: 'sigillo',
  DetailType: 'envelope.created',
  Detail: JSON.stringify(detail),
});

const put = (...entries: readonly PutEventsRequestEntry[]) =>
  events.send(new PutEventsCommand({ Entries: [...entries] }));

test('each event gets an id', async () => {
  const bus = await createBus();
  const { FailedEntryCount, Entries } = await put(entry(bus), entry(bus));
  expect(FailedEntryCount).toBe(0);
  expect(new Set(Entries?.map(({ EventId }) => EventId)).size).toBe(2);
});

test('an event whose detail is not JSON fails alone', async () => {
  const bus = await createBus();
  const { FailedEntryCount, Entries } = await put({ ...entry(bus), Detail: '{' }, entry(bus));
  expect(FailedEntryCount).toBe(1);
  expect(Entries?.[0]?.ErrorCode).toBe('MalformedDetail');
  expect(Entries?.[1]?.EventId).toBeTruthy();
});

test('nobody can speak as AWS', async () => {
  const { Entries } = await put({ ...entry('default'), Source: 'aws.s3' });
  expect(Entries?.[0]?.ErrorCode).toBe('NotAuthorizedForSourceException');
});

test('more than ten events in a request are refused', async () => {
  const eleven = Array.from({ length: 11 }, () => entry('default'));
  await expect(put(...eleven)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('a request above 256 KB is refused', async () => {
  const big = entry('default', { text: 'x'.repeat(257 * 1024) });
  await expect(put(big)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('a rule needs a pattern that is understood', async () => {
  const rule = { Name: uniqueName('rule'), EventPattern: '{"source":[{"nonsense":"a"}]}' };
  await expect(events.send(new PutRuleCommand(rule))).rejects.toMatchObject({
    name: 'InvalidEventPatternException',
  });
});

test.each(['rate(1 hours)', 'rate(0 minutes)', 'rate(5 minute)', 'every hour'])(
  'the schedule "%s" is refused',
  async (ScheduleExpression) => {
    const command = new PutRuleCommand({ Name: uniqueName('rule'), ScheduleExpression });
    await expect(events.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
  },
);

describe.runIf(bootsOwnTarget)('the local target', () => {
  const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:relay';
  const deadLetters = 'arn:aws:sqs:eu-west-1:000000000000:dead';

  async function createRule(bus: string, pattern: unknown, Input?: string) {
    const Rule = uniqueName('rule');
    const EventPattern = JSON.stringify(pattern);
    await events.send(new PutRuleCommand({ Name: Rule, EventBusName: bus, EventPattern }));
    const DeadLetterConfig = { Arn: deadLetters };
    const RetryPolicy = { MaximumRetryAttempts: 4 };
    const Targets = [{ Id: 'relay', Arn: arn, Input, DeadLetterConfig, RetryPolicy }];
    await events.send(new PutTargetsCommand({ Rule, EventBusName: bus, Targets }));
  }

  test('delivers an event to the targets of a rule that matches, as EventBridge words it', async () => {
    const bus = await createBus();
    await createRule(bus, { source: ['sigillo'], detail: { envelopeId: [{ prefix: 'E' }] } });
    const { Entries } = await put(entry(bus), entry(bus, { envelopeId: 'X' }));
    const delivered = target.own.deliveries.filter(({ targetArn }) => targetArn === arn);
    expect(delivered).toMatchObject([
      {
        deadLetterArn: deadLetters,
        retry: { maximumRetries: 4, maximumAge: 86_400 },
        input: {
          id: Entries?.[0]?.EventId,
          version: '0',
          source: 'sigillo',
          'detail-type': 'envelope.created',
          detail: { envelopeId: 'E1' },
        },
      },
    ]);
  });

  test('replaces the event by a constant input', async () => {
    const bus = await createBus();
    await createRule(bus, { source: ['sigillo'] }, '{"task":"sweep"}');
    await put(entry(bus));
    expect(target.own.deliveries.at(-1)?.input).toEqual({ task: 'sweep' });
  });

  test('does not carry events from one bus to another', async () => {
    const [first, second] = [await createBus(), await createBus()];
    await createRule(first, { source: ['sigillo'] });
    const before = target.own.deliveries.length;
    await put(entry(second));
    expect(target.own.deliveries).toHaveLength(before);
  });

  test('fires a rate schedule when its period has passed, once however long that was', async () => {
    const Rule = uniqueName('hourly');
    await events.send(new PutRuleCommand({ Name: Rule, ScheduleExpression: 'rate(1 hour)' }));
    const hourly = `${arn}-hourly`;
    await events.send(new PutTargetsCommand({ Rule, Targets: [{ Id: 'sweep', Arn: hourly }] }));
    const fired = () => target.own.deliveries.filter(({ targetArn }) => targetArn === hourly);
    await target.own.plane.tick();
    expect(fired()).toHaveLength(0);
    target.own.clock.advance(5 * 3_600_000);
    events = new EventBridgeClient({
      ...clientConfig(target.endpoint),
      systemClockOffset: target.own.clock.offset,
    });
    await target.own.plane.tick();
    await target.own.plane.tick();
    expect(fired()).toMatchObject([{ input: { 'detail-type': 'Scheduled Event' } }]);
  });

  test('keeps events, rules and the clock over a restart', async () => {
    const bus = await createBus();
    await createRule(bus, { source: ['sigillo'] });
    const { Entries } = await put(entry(bus));
    await target.restart();
    expect(target.own.clock.offset).toBe(5 * 3_600_000);
    expect(target.own.store.get('event', Entries?.[0]?.EventId ?? '')).toMatchObject({ bus });
    await put(entry(bus));
    expect(target.own.deliveries).toHaveLength(1);
  });

  test('refuses the operators, targets and operations it does not imitate', async () => {
    const wildcard = createRule('default', { source: [{ wildcard: 'a*' }] });
    await expect(wildcard).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
    const cron = new PutRuleCommand({ Name: 'c', ScheduleExpression: 'cron(0 0 * * ? *)' });
    await expect(events.send(cron)).rejects.toMatchObject({ name: 'ValidationException' });
    const removal = new RemoveTargetsCommand({ Rule: 'r', Ids: ['relay'] });
    await expect(events.send(removal)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
