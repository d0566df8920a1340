import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { jsonService, operation, type Service } from '../aws/wire.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { busArn, type EventBus, ruleArn, type Target } from './event-bus.ts';
import { checkPattern } from './event-pattern.ts';

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Period of `rate(n unit)` in ms. As in EventBridge, the singular unit is valid for 1 only. */
function periodOf(expression: string): number {
  const [, count = '', unit = '', plural] = /^rate\((\d+) (\w+?)(s?)\)$/.exec(expression) ?? [];
  const period = Number(count) * (units[unit] ?? Number.NaN);
  if (!(period > 0) || (plural === 's') === (count === '1'))
    throw new AwsError('ValidationException', `The local target cannot schedule ${expression}`);
  return period;
}

const Entry = z.strictObject({
  Time: z.number().optional(),
  Source: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().default('default'),
});
type Entry = z.output<typeof Entry>;

const PutEvents = z.strictObject({ Entries: z.array(Entry).min(1).max(10) });

/** EventBridge's size of an entry: 14 bytes for Time, and the UTF-8 length of the other strings. */
function sizeOf({ Time, Source, DetailType, Detail, Resources }: Entry): number {
  const strings = [Source, DetailType, Detail, ...(Resources ?? [])];
  const bytes = strings.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  return bytes + (Time === undefined ? 0 : 14);
}

const largestRequest = 256 * 1024;

const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });

function putEntry(bus: EventBus, entry: Entry) {
  const { Source, DetailType, Detail, Resources, Time } = entry;
  if (!Source) return refused('InvalidArgument', 'Parameter Source is not valid.');
  if (!DetailType) return refused('InvalidArgument', 'Parameter DetailType is not valid.');
  if (Source.startsWith('aws.'))
    return refused('NotAuthorizedForSourceException', `Not authorized for the source ${Source}`);
  const detail = parseJson(Detail ?? '');
  if (!isObject(detail)) return refused('MalformedDetail', 'Detail is malformed.');
  const event = { source: Source, detailType: DetailType, detail, resources: Resources ?? [] };
  const time = Time === undefined ? undefined : Time * 1000;
  return { EventId: bus.emit(bus.busOf(entry.EventBusName), { ...event, time }) };
}

function putEvents(bus: EventBus, { Entries }: z.output<typeof PutEvents>) {
  if (Entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > largestRequest)
    throw new AwsError('ValidationException', 'Total size of the entries is over the limit.');
  for (const { EventBusName } of Entries) bus.busOf(EventBusName);
  const results = Entries.map((entry) => putEntry(bus, entry));
  const failed = results.filter((result) => 'ErrorCode' in result).length;
  return { FailedEntryCount: failed, Entries: results };
}

const Tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional();
const Name = z.string().regex(/^[\w.-]{1,64}$/);

const PutRule = z
  .strictObject({
    Name,
    EventBusName: z.string().default('default'),
    EventPattern: z.string().optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Description: z.string().optional(),
    RoleArn: z.string().optional(),
    Tags,
  })
  .refine((rule) => rule.EventPattern ?? rule.ScheduleExpression, 'a pattern or a schedule');

const RetryPolicy = z.strictObject({
  MaximumRetryAttempts: z.int().min(0).max(185).default(185),
  MaximumEventAgeInSeconds: z.int().min(60).max(86_400).default(86_400),
});

const TargetInput = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  RetryPolicy: RetryPolicy.prefault({}),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
});

const PutTargets = z.strictObject({
  Rule: z.string(),
  EventBusName: z.string().default('default'),
  Targets: z.array(TargetInput).min(1).max(5),
});

const toTarget = ({
  Id,
  Arn,
  Input,
  RetryPolicy,
  DeadLetterConfig,
}: z.output<typeof TargetInput>) =>
  ({
    id: Id,
    arn: Arn,
    input: Input,
    retry: {
      maximumRetries: RetryPolicy.MaximumRetryAttempts,
      maximumAge: RetryPolicy.MaximumEventAgeInSeconds,
    },
    deadLetterArn: DeadLetterConfig?.Arn,
  }) satisfies Target;

function putRule(bus: EventBus, input: z.output<typeof PutRule>) {
  const name = bus.busOf(input.EventBusName);
  const pattern =
    input.EventPattern === undefined
      ? undefined
      : (checkPattern(parseJson(input.EventPattern) ?? null) as JsonObject);
  const period =
    input.ScheduleExpression === undefined ? undefined : periodOf(input.ScheduleExpression);
  if (period !== undefined && name !== 'default')
    throw new AwsError('ValidationException', 'A schedule belongs on the default event bus.');
  bus.putRule({ name: input.Name, bus: name, pattern, period, enabled: input.State === 'ENABLED' });
  return { RuleArn: ruleArn(name, input.Name) };
}

/** Amazon EventBridge: PutEvents, buses, pattern rules and rate() schedules with their targets. */
export const eventsService = (bus: EventBus): Service =>
  jsonService('AWSEvents', {
    PutEvents: operation(PutEvents, (input) => putEvents(bus, input)),
    CreateEventBus: operation(
      z.strictObject({ Name, Description: z.string().optional(), Tags }),
      (input) => {
        bus.createBus(input.Name);
        return { EventBusArn: busArn(input.Name) };
      },
    ),
    DescribeEventBus: operation(
      z.strictObject({ Name: z.string().default('default') }),
      (input) => {
        const name = bus.busOf(input.Name);
        return { Name: name, Arn: busArn(name) };
      },
    ),
    PutRule: operation(PutRule, (input) => putRule(bus, input)),
    PutTargets: operation(PutTargets, (input) => {
      bus.putTargets(bus.busOf(input.EventBusName), input.Rule, input.Targets.map(toTarget));
      return { FailedEntryCount: 0, FailedEntries: [] };
    }),
  });
