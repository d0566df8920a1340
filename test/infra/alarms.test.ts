import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { company } from '../../infra/company.ts';
import { DEAD_LETTER_FUNCTIONS } from '../../scripts/operate/deployment.ts';
import {
  OWN_ROUTES,
  PUBLIC_ROUTES,
  SENDER_ROUTES,
  SIGNER_ROUTES,
} from '../../shared/contract/api/routes.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import { log } from '../../shared/runtime/log.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { fits } from '../fixtures/filter-pattern.ts';
import { lambdaContext } from '../fixtures/http-event.ts';
import { REQUIRED_SETTINGS } from './deployable/settings.ts';
import { Synthesized } from './synthesized.ts';

/** With every optional part that has alarms. */
const app = new Synthesized({ ...company, canary: {} });
const alarms = app.of('CloudWatch::Alarm').map(({ Properties }) => Properties);
const named = (name: string) => alarms.find(({ AlarmName }) => AlarmName === `sigillo-${name}`);
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const chapters = new Map(
  runbook
    .split(/^## (?=sigillo-)/m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')), text]),
);

describe('every alarm', () => {
  test('has its page in the runbook, and each page its alarm', () => {
    expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual([...chapters.keys()].sort());
  });

  test('has a page that begins with its command, and what users lose', () => {
    for (const [name, text] of chapters) {
      const [, , command] = text.split('\n');
      expect([name, command]).toEqual([name, expect.stringMatching(/^Command: `npm run \w/)]);
      expect([name, text]).toEqual([name, expect.stringMatching(/^Users lose: /m)]);
    }
  });

  test('names commands of operate that there are', () => {
    const known =
      /^(show ID|sweep|redrive --since INSTANT|replay (\w+)|restore|restore-drill|person CONTACT|erase ID|token (make …|list|withdraw ID)|…)$/;
    for (const [, asked = ''] of runbook.matchAll(/`npm run operate -- ([^`]+)`/g)) {
      expect(asked).toMatch(known);
      const [, queue] = /^replay (\w+)$/.exec(asked) ?? [];
      if (queue) expect(DEAD_LETTER_FUNCTIONS).toContain(queue);
    }
  });

  test('says what users lose', () => {
    for (const { AlarmDescription } of alarms)
      expect(AlarmDescription).toMatch(/^[A-Z].{20,}\. See docs\/runbook\.md, "sigillo-[\w-]+"\.$/);
  });

  test('reports to the topic, and the topic lets it', () => {
    const topic = app.one('SNS::Topic').id;
    for (const { AlarmActions } of alarms)
      expect(AlarmActions.map((action: unknown) => app.read(action))).toEqual([topic]);
    expect(app.one('SNS::TopicPolicy').Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });

  test('watches one metric, for each further one is billed as an alarm', () => {
    for (const { Metrics } of alarms) expect(Metrics).toBeUndefined();
    expect(new Synthesized(REQUIRED_SETTINGS).of('CloudWatch::Alarm').length).toBeLessThanOrEqual(
      26,
    );
  });
});

/** Alarms that cover functions without an error alarm of their own. */
const TOLD_BY: Readonly<Record<string, string>> = {
  DoorsAudit: 'sender-errors',
  DoorsSender: 'sender-errors',
  DoorsSigner: 'signer-errors',
  TasksPurge: 'sweep-errors',
  TasksFeedback: 'feedback-dead-letters',
  Canary: 'canary-dead-letters',
  ForgettingForget: 'forget-dead-letters',
  RelayRelay: 'relay-age',
  RelayFunction: 'relay-age',
  RelayPublish: 'publish-age',
};

test('the failure of each function rings: by its errors, or by what they lead to', () => {
  for (const { id } of app.functions()) {
    const counted = alarms.filter(
      ({ MetricName, Dimensions }) =>
        MetricName === 'Errors' && app.read(Dimensions[0].Value) === id,
    );
    const [, toldBy] = Object.entries(TOLD_BY).find(([start]) => id.startsWith(start)) ?? [];
    expect([id, counted.length]).toEqual([id, toldBy ? 0 : 1]);
    if (toldBy) expect([id, named(toldBy)?.AlarmName]).toEqual([id, `sigillo-${toldBy}`]);
  }
});

test('each dead-letter queue whose letters nothing else tells of has one, and so has a late follower', () => {
  const metrics = alarms.map(({ MetricName }) => MetricName);
  expect(metrics.filter((name) => name === 'ApproximateNumberOfMessagesVisible')).toHaveLength(6);
  expect(app.of('SQS::Queue')).toHaveLength(10);
  for (const name of ['sweep-errors', 'certificates', 'batch-errors'])
    expect(named(name)).toBeDefined();
  expect(metrics.filter((name) => name === 'IteratorAge')).toHaveLength(2);
});

test('an execution that ended too early rings by the rule that hears of all ways', () => {
  const { MetricName, Dimensions } = named('workflow-stopped') ?? {};
  expect([MetricName, app.read(Dimensions[0].Value)]).toEqual([
    'TriggeredRules',
    app.one('Events::Rule', 'RelayEachHourOnWorkflowEnd').id,
  ]);
});

test('texts have theirs where texts are sent', () => {
  const names = (all: Synthesized) =>
    all.of('CloudWatch::Alarm').map(({ Properties }) => Properties.AlarmName);
  const ofTexts = ['sigillo-text-spend', 'sigillo-text-failures'];
  expect(names(app)).toEqual(expect.arrayContaining(ofTexts));
  for (const name of ofTexts) expect(names(new Synthesized(REQUIRED_SETTINGS))).not.toContain(name);
});

test('the budgets of mails and texts ring at four fifths', () => {
  const mail = { ...company.mail, dailyQuota: 50_000 };
  const text = { ...company.text, monthlySpendUsd: 100 };
  const all = new Synthesized({ ...company, mail, text }).of('CloudWatch::Alarm');
  const threshold = (name: string) =>
    all.find(({ Properties }) => Properties.AlarmName === name)?.Properties.Threshold;
  expect([threshold('sigillo-mail-quota'), threshold('sigillo-text-spend')]).toEqual([40_000, 80]);
});

test('they are mailed to whoever the company names', () => {
  const { Properties } = new Synthesized({ ...company, alarmMail: 'it@example.com' }).one(
    'SNS::Subscription',
  );
  expect(Properties).toMatchObject({ Protocol: 'email', Endpoint: 'it@example.com' });
});

/** Pattern of the metric filter that an alarm watches. */
function patternOf(name: string): string {
  const { MetricName, Namespace } = named(name) ?? {};
  const filters = app.of('Logs::MetricFilter').filter(({ Properties }) => {
    const [made] = Properties.MetricTransformations;
    return made.MetricName === MetricName && made.MetricNamespace === Namespace;
  });
  expect(filters).toHaveLength(1);
  return filters[0]?.Properties.FilterPattern;
}

describe('what people see at the doors', () => {
  const { Format } = app.one('ApiGatewayV2::Stage').Properties.AccessLogSettings;
  /** A log line in the API's format. */
  const line = (route: string, status: number, error = '-') =>
    Format.replaceAll('$context.routeKey', route)
      .replaceAll('$context.status', String(status))
      .replaceAll('$context.error.message', error);

  const ofSender = Object.keys({ ...SENDER_ROUTES, ...PUBLIC_ROUTES });
  const ofSigner = Object.keys({ ...SIGNER_ROUTES, ...OWN_ROUTES });

  test.each([500, 502, 503, 504])('an answered %i rings for the door of its route', (status) => {
    for (const route of [...ofSender, ...ofSigner]) {
      const asked = line(route, status);
      expect([route, fits(patternOf('sender-errors'), asked)]).toEqual([
        route,
        ofSender.includes(route),
      ]);
      expect([route, fits(patternOf('signer-errors'), asked)]).toEqual([
        route,
        ofSigner.includes(route),
      ]);
    }
  });

  test.each([200, 204, 302, 400, 404, 409, 429])('a %i rings for neither', (status) => {
    for (const route of [...ofSender, ...ofSigner])
      for (const name of ['sender-errors', 'signer-errors'])
        expect(fits(patternOf(name), line(route, status))).toBe(false);
  });

  test('a 429 of the API’s own throttle counts, one of our own limits is an answer', () => {
    const pattern = patternOf('api-throttled');
    expect(fits(pattern, line('POST /api/sign/session', 429, 'Too Many Requests'))).toBe(true);
    expect(fits(pattern, line('POST /api/sign/{handle}/code', 429))).toBe(false);
    expect(fits(pattern, line('GET /api/envelopes', 403, 'Forbidden'))).toBe(false);
  });
});

describe('what functions tell in their logs alone', () => {
  afterEach(() => vi.restoreAllMocks());

  async function linesOf(run: () => Promise<unknown>, event: object = {}): Promise<string[]> {
    const lines: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const task = taskPipeline(z.unknown(), z.object({}), async () => {
      await run();
      return {};
    });
    await task(event, lambdaContext).catch(() => undefined);
    return lines;
  }

  test.each([
    ['intake-unforeseen', 'unforeseen'],
    ['certificates', 'certificate-ends'],
    ['certificates', 'authority-founded'],
  ])('%s rings by the line “%s”, and by no other', async (name, event) => {
    const rings = (lines: readonly string[]) => lines.some((line) => fits(patternOf(name), line));
    expect(rings(await linesOf(async () => log('error', event, { days: 3 })))).toBe(true);
    const refused = () => Promise.reject(new PdfRefusal('pdf_damaged'));
    expect(rings(await linesOf(refused))).toBe(false);
    expect(rings(await linesOf(async () => undefined))).toBe(false);
  });

  test('a daily run for the revocation list that fails rings as certificates do, no other task', async () => {
    const failing = () => Promise.reject(new Error('no service answers'));
    const rings = async (operation: string, run: () => Promise<unknown>) =>
      (await linesOf(run, { operation })).some((line) => fits(patternOf('certificates'), line));
    expect(await rings('renew-revocation-list', failing)).toBe(true);
    expect(await rings('renew-revocation-list', async () => undefined)).toBe(false);
    expect(await rings('append', failing)).toBe(false);
  });
});
