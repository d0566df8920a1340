import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVENT_DATA } from '../../shared/contract/events.ts';
import { fits } from '../fixtures/filter-pattern.ts';
import { REQUIRED_SETTINGS } from './deployable/settings.ts';
import { Synthesized } from './synthesized.ts';

const app = new Synthesized();

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly alarms?: readonly string[];
    readonly metrics?: readonly unknown[];
  };
}

function widgetsOf(all: Synthesized): Widget[] {
  const body = all.read(all.one('CloudWatch::Dashboard').Properties.DashboardBody);
  return JSON.parse(body).widgets;
}

describe('the dashboard', () => {
  test('shows how every alarm stands', () => {
    const { alarms = [] } = widgetsOf(app)[0]!.properties;
    const shown = alarms.map((arn) => arn.split(':').at(-1));
    const there = app.of('CloudWatch::Alarm').map(({ Properties }) => Properties.AlarmName);
    expect(shown.sort()).toEqual(there.sort());
  });

  test('is one that AWS never bills: no more than fifty metrics', () => {
    const metrics = widgetsOf(app).flatMap(({ properties }) => properties.metrics ?? []);
    expect(metrics.length).toBeGreaterThan(25);
    expect(metrics.length).toBeLessThanOrEqual(50);
    expect(app.of('CloudWatch::Dashboard')).toHaveLength(1);
  });

  test('counts only lines that are written, by at most ten metrics of our own', () => {
    function counted(metric: string) {
      const [filter] = app
        .of('Logs::MetricFilter')
        .filter(({ Properties }) => Properties.MetricTransformations[0].MetricName === metric);
      const line = (type: string) => JSON.stringify({ event: 'published', type });
      return Object.keys(EVENT_DATA).filter((type) =>
        fits(filter?.Properties.FilterPattern, line(type)),
      );
    }
    expect(counted('PartiesSigned')).toEqual(['party.signed']);
    expect(counted('EnvelopesCompleted')).toEqual(['envelope.completed']);
    expect(counted('EnvelopesStopped').sort()).toEqual([
      'envelope.expired',
      'envelope.failed',
      'envelope.voided',
      'party.declined',
    ]);
    expect(app.of('Logs::MetricFilter').length).toBeLessThanOrEqual(10);
  });

  test('each event that a filter looks for is written by a function', () => {
    const patterns = app.of('Logs::MetricFilter').map(({ Properties }) => Properties.FilterPattern);
    const events = patterns.join().matchAll(/\$\.event = "([\w-]+)"/g);
    const wanted = new Set([...events].map(([, event]) => event));
    const sources = globSync('functions/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const written = sources.flatMap((source) =>
      [...source.matchAll(/\blog\('\w+', '([\w-]+)'/g)].map(([, event]) => event),
    );
    expect(wanted.size).toBeGreaterThan(3);
    expect([...wanted].filter((event) => !written.includes(event))).toEqual([]);
  });

  test('a filter counts nothing where nothing happens, so that an idle month costs nothing', () => {
    for (const { Properties } of app.of('Logs::MetricFilter'))
      for (const made of Properties.MetricTransformations)
        expect(made.DefaultValue).toBeUndefined();
  });
});

describe('settings of the company', () => {
  test('logs of functions and doors are kept as long as it says', () => {
    const all = new Synthesized({ ...REQUIRED_SETTINGS, retention: { logDays: 365 } });
    const kept = all.of('Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays);
    expect(new Set(kept)).toEqual(new Set([365]));
  });

  test('a web ACL stands before pages, API and the verifier’s own domain', () => {
    const webAclArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/0a1b2c';
    const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/verify';
    const all = new Synthesized({
      ...REQUIRED_SETTINGS,
      webAclArn,
      verifierDomain: 'verify.acme.test',
      verifierCertificateArn: certificate,
    });
    const distributions = all.of('CloudFront::Distribution');
    expect(distributions).toHaveLength(2);
    for (const { Properties } of distributions)
      expect(Properties.DistributionConfig.WebACLId).toBe(webAclArn);
  });

  test('a trail records who reads or writes documents and rows, in the company’s bucket', () => {
    const all = new Synthesized({ ...REQUIRED_SETTINGS, trail: { bucket: 'acme-trails' } });
    const { S3BucketName, EventSelectors, IsLogging, EnableLogFileValidation } =
      all.one('CloudTrail::Trail').Properties;
    expect([S3BucketName, IsLogging, EnableLogFileValidation]).toEqual(['acme-trails', true, true]);
    const [{ DataResources, IncludeManagementEvents }] = EventSelectors;
    expect(IncludeManagementEvents).toBe(false);
    const watched = DataResources.map((of: { Type: string; Values: readonly unknown[] }) => [
      of.Type,
      of.Values.map((value) => all.read(value)),
    ]);
    const tables = all.of('DynamoDB::Table').map(({ id }) => `${id}.Arn`);
    const documents = all.one('S3::Bucket', 'DocumentsBucket').id;
    expect(watched).toEqual([
      ['AWS::S3::Object', [`${documents}.Arn/`]],
      ['AWS::DynamoDB::Table', tables],
    ]);
    expect(app.of('CloudTrail::Trail')).toEqual([]);
  });
});
