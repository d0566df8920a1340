import { describe, expect, test } from 'vitest';
import { company } from '../../infra/company.ts';
import { MACHINE_ROUTES, machineRoute } from '../../shared/contract/api/machine-routes.ts';
import {
  AUDIT_ROUTE,
  OWN_ROUTES,
  PUBLIC_ROUTES,
  SENDER_ROUTES,
  SIGNER_ROUTES,
} from '../../shared/contract/api/routes.ts';
import { ENVIRONMENT } from '../../shared/contract/environment.ts';
import { Synthesized } from './synthesized.ts';

const app = new Synthesized();
const functions = app.functions();
/** The function that answers a route of senders: what prints ledgers has one of its own. */
const answering = (key: string): string =>
  [AUDIT_ROUTE, machineRoute(AUDIT_ROUTE)].includes(key) ? 'DoorsAudit' : 'DoorsSender';

const functionId = (start: string) => app.one('Lambda::Function', start).id;

describe('functions', () => {
  test('there are sixteen, on Node 24 and ARM64', () => {
    expect(functions).toHaveLength(16);
    for (const { Properties } of functions)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
  });

  test('each keeps a log of its own for ninety days', () => {
    const logs = functions.map(({ Properties }) => app.read(Properties.LoggingConfig.LogGroup));
    expect(new Set(logs).size).toBe(functions.length);
    for (const log of logs)
      expect(app.one('Logs::LogGroup', log).Properties.RetentionInDays).toBe(90);
  });

  test('a variable is one that the contract knows, and fits it', () => {
    for (const { Properties } of functions)
      for (const [name, value] of Object.entries(Properties.Environment.Variables)) {
        expect(Object.keys(ENVIRONMENT)).toContain(name);
        if (typeof value !== 'string') continue;
        expect(ENVIRONMENT[name as keyof typeof ENVIRONMENT].safeParse(value).success).toBe(true);
      }
  });

  test('doors and batches speak the languages that the company offers, in its order', () => {
    const other = new Synthesized({ ...company, languages: ['de', 'en'] });
    const spoken = other.functions().flatMap(({ Properties }) => {
      const { LANGUAGES } = Properties.Environment.Variables;
      return LANGUAGES === undefined ? [] : [LANGUAGES];
    });
    expect(spoken).toEqual(['de,en', 'de,en', 'de,en', 'de,en', 'de,en']);
  });

  test('the signer believes the distribution by a secret that both read at deployment', () => {
    const { Properties } = app.one('Lambda::Function', 'DoorsSigner');
    const { Origins } = app.one('CloudFront::Distribution').Properties.DistributionConfig;
    const given = app.read(Properties.Environment.Variables.ORIGIN_SECRET);
    expect(given).toMatch(/^{{resolve:secretsmanager:FrontDoorOriginSecret\w+:SecretString:::}}$/);
    expect(app.read(Origins[1].OriginCustomHeaders[0].HeaderValue)).toBe(given);
  });
});

describe('routes', () => {
  const routes = app.of('ApiGatewayV2::Route').map(({ Properties }) => ({
    key: Properties.RouteKey,
    authorization: Properties.AuthorizationType,
    authorizer: Properties.AuthorizerId && app.read(Properties.AuthorizerId),
    target: app.read(
      app.one('ApiGatewayV2::Integration', app.read(Properties.Target).replace('integrations/', ''))
        .Properties.IntegrationUri,
    ),
  }));
  const authorizer = app.one('ApiGatewayV2::Authorizer');

  test('there are the contract’s and no other', () => {
    const people = { ...PUBLIC_ROUTES, ...SENDER_ROUTES, ...OWN_ROUTES, ...SIGNER_ROUTES };
    const all = { ...people, ...MACHINE_ROUTES };
    expect(routes.map(({ key }) => key).sort()).toEqual(Object.keys(all).sort());
  });

  test.each(Object.keys(SENDER_ROUTES))('%s needs a token', (key) => {
    expect(routes.find((route) => route.key === key)).toEqual({
      key,
      authorization: 'JWT',
      authorizer: authorizer.id,
      target: `${functionId(answering(key))}.Arn`,
    });
  });

  test.each(Object.keys(OWN_ROUTES))('%s needs a token, and the signer’s door answers', (key) => {
    expect(routes.find((route) => route.key === key)).toEqual({
      key,
      authorization: 'JWT',
      authorizer: authorizer.id,
      target: `${functionId('DoorsSigner')}.Arn`,
    });
  });

  test.each(Object.keys(SIGNER_ROUTES))('%s needs none', (key) => {
    expect(routes.find((route) => route.key === key)).toEqual({
      key,
      authorization: 'NONE',
      authorizer: undefined,
      target: `${functionId('DoorsSigner')}.Arn`,
    });
  });

  test.each(Object.keys(MACHINE_ROUTES))(
    '%s has no authorizer: the function looks at its token',
    (key) => {
      expect(routes.find((route) => route.key === key)).toEqual({
        key,
        authorization: 'NONE',
        authorizer: undefined,
        target: `${functionId(answering(key))}.Arn`,
      });
    },
  );

  test('where to sign in is told to anyone', () => {
    expect(routes.find(({ key }) => key === 'GET /api/sign-in')).toEqual({
      key: 'GET /api/sign-in',
      authorization: 'NONE',
      authorizer: undefined,
      target: `${functionId('DoorsSender')}.Arn`,
    });
  });

  test('tokens come from the pool made here', () => {
    const { Issuer, Audience } = authorizer.Properties.JwtConfiguration;
    expect(app.read(Issuer)).toBe(`${app.one('Cognito::UserPool').id}.ProviderURL`);
    expect(app.read(Audience[0])).toBe(app.one('Cognito::UserPoolClient').id);
  });

  test('or from the company’s own issuer, beside which the pool keeps its users', () => {
    const identity = {
      kind: 'issuer',
      issuer: 'https://login.example.com/realm',
      audience: 'sigillo',
    } as const;
    const own = new Synthesized({ ...company, identity });
    expect(own.one('ApiGatewayV2::Authorizer').Properties.JwtConfiguration).toEqual({
      Issuer: 'https://login.example.com/realm',
      Audience: ['sigillo'],
    });
    expect(own.of('Cognito::UserPool')).toHaveLength(1);
  });

  test('no door has a share of the account’s concurrency unless the company says so', () => {
    const shares = (all: Synthesized) =>
      all
        .functions()
        .filter(({ Properties }) => Properties.ReservedConcurrentExecutions !== undefined)
        .map(({ Properties }) => [Properties.Description, Properties.ReservedConcurrentExecutions]);
    expect(shares(app)).toEqual([]);
    const concurrency = { sender: 40, signer: 50, verifier: 10 };
    const throttle = { requestsPerSecond: 20, burst: 30 };
    const shared = new Synthesized({ ...company, concurrency, throttle });
    expect(
      shares(shared)
        .map(([, share]) => share)
        .sort(),
    ).toEqual([10, 40, 50]);
    expect(shared.one('ApiGatewayV2::Stage').Properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 20,
      ThrottlingBurstLimit: 30,
    });
  });

  test('the stage is throttled and logs requests without headers, queries or bodies', () => {
    const { DefaultRouteSettings, AccessLogSettings } = app.one('ApiGatewayV2::Stage').Properties;
    expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    const variables = Object.values<string>(JSON.parse(AccessLogSettings.Format));
    expect(variables.join()).not.toMatch(/header|query|authorizer|identity/i);
  });
});

describe('verifier', () => {
  test('its address is open to all and stays when everything else goes', () => {
    const url = app.one('Lambda::Url');
    expect(url.Properties.AuthType).toBe('NONE');
    const parts = app.resources.filter(({ id }) => /^PublicVerifier(?!.*Alarm)/.test(id));
    expect(parts.length).toBeGreaterThan(6);
    for (const { DeletionPolicy } of parts) expect(DeletionPolicy).toMatch(/^Retain/);
  });
});

describe('events', () => {
  const rule = (start: string) => app.one('Events::Rule', start).Properties;
  const target = (start: string) => app.read(rule(start).Targets[0].Arn);

  test('an uploaded document is checked', () => {
    expect(target('TasksOnUpload')).toBe(`${functionId('TasksIntake')}.Arn`);
    expect(rule('TasksOnUpload').EventPattern).toMatchObject({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { object: { key: [{ prefix: 'uploads/documents/' }] } },
    });
    expect(app.one('S3::Bucket', 'Documents').Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  test('a mail that failed is recorded, and none is tracked', () => {
    expect(target('TasksOnMailFailureRule')).toBe(`${functionId('TasksFeedback')}.Arn`);
    const { source, detail } = rule('TasksOnMailFailureRule').EventPattern;
    expect(source).toEqual(['aws.ses']);
    expect(detail.eventType).toEqual([
      'Bounce',
      'Complaint',
      'Reject',
      'Rendering Failure',
      'DeliveryDelay',
    ]);
    const [set] = detail.mail.tags['ses:configuration-set'];
    expect(app.read(set)).toBe(app.one('SES::ConfigurationSet').id);
    const destination = app.one('SES::ConfigurationSetEventDestination').Properties;
    expect(destination.EventDestination.MatchingEventTypes).toEqual([
      'bounce',
      'complaint',
      'reject',
      'renderingFailure',
      'deliveryDelay',
    ]);
    expect(app.one('SES::ConfigurationSet').Properties.TrackingOptions).toBeUndefined();
  });

  test('what failed or changed hands comes back from our own bus, so that its sender is told', () => {
    const warn = rule('TasksOnMailFailureWarn');
    expect(app.read(warn.EventBusName)).toBe(app.one('Events::EventBus').id);
    expect(warn.EventPattern).toEqual({
      source: ['sigillo'],
      'detail-type': ['delivery.failed', 'envelope.owner-changed'],
    });
    expect(target('TasksOnMailFailureWarn')).toBe(`${functionId('TasksFeedback')}.Arn`);
  });

  test('the log of texts that failed goes to the same function, kept for a week', () => {
    const filter = app.one('Logs::SubscriptionFilter').Properties;
    expect(app.read(filter.DestinationArn)).toBe(`${functionId('TasksFeedback')}.Arn`);
    const log = app.one('Logs::LogGroup', app.read(filter.LogGroupName)).Properties;
    expect(app.read(log.LogGroupName)).toMatch(/^sns\/.*\/DirectPublishToPhoneNumber\/Failure$/);
    expect(log.RetentionInDays).toBe(7);
  });

  test('a log that the account has already is followed, none is made where no texts are sent', () => {
    const shared = new Synthesized({
      ...company,
      text: { ...company.text, failureLogExists: true },
    });
    const { LogGroupName } = shared.one('Logs::SubscriptionFilter').Properties;
    expect(shared.read(LogGroupName)).toMatch(/^sns\//);
    const none = new Synthesized({ ...company, text: { countries: [] } });
    expect(none.of('Logs::SubscriptionFilter')).toEqual([]);
  });

  test('the revocation list is renewed each day, stuck envelopes are looked for each hour', () => {
    expect(rule('TasksEachDay').ScheduleExpression).toBe('rate(1 day)');
    expect(rule('TasksEachDay').Targets[0].Input).toBe('{"operation":"renew-revocation-list"}');
    expect(target('TasksEachDay')).toBe(`${functionId('TasksSeal')}.Arn`);
    expect(rule('RelayEachHourRule').ScheduleExpression).toBe('rate(1 hour)');
    expect(target('RelayEachHourRule')).toBe(`${functionId('RelaySweep')}.Arn`);
  });

  test('an execution that ended too early is told at once to who looks for the stuck', () => {
    expect(target('RelayEachHourOnWorkflowEnd')).toBe(`${functionId('RelaySweep')}.Arn`);
    const { EventPattern } = rule('RelayEachHourOnWorkflowEnd');
    expect(app.read(EventPattern.detail.stateMachineArn[0])).toMatch(/^WorkflowMachine/);
    expect(EventPattern).toMatchObject({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    });
  });

  test.each([
    ['RelayStream', 'RelayFunction', 'RelayDeadLetters'],
    ['RelayPublishStream', 'RelayPublish', 'RelayPublishDeadLetters'],
  ])(
    '%s brings a day of the ledger to %s before it gives up on an entry',
    (id, follower, queue) => {
      const { Properties } = app.one('Lambda::EventSourceMapping', id);
      expect(app.read(Properties.FunctionName)).toBe(functionId(follower));
      expect(app.read(Properties.EventSourceArn)).toMatch(/^LedgerTable\w+\.StreamArn$/);
      expect(Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        ParallelizationFactor: 4,
        MaximumRecordAgeInSeconds: 86_400,
        StartingPosition: 'TRIM_HORIZON',
      });
      const destination = app.read(Properties.DestinationConfig.OnFailure.Destination);
      expect(destination.startsWith(queue)).toBe(true);
    },
  );

  test('no third function follows the ledger: a shard is read by two without being throttled', () => {
    expect(app.of('Lambda::EventSourceMapping')).toHaveLength(2);
  });

  test('what no function could handle waits encrypted for two weeks, reached by TLS only', () => {
    const queues = app.of('SQS::Queue');
    expect(queues).toHaveLength(9);
    for (const { Properties } of queues)
      expect(Properties).toMatchObject({
        MessageRetentionPeriod: 14 * 86_400,
        SqsManagedSseEnabled: true,
      });
    for (const { Properties } of app.of('SQS::QueuePolicy'))
      expect(Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
  });
});
