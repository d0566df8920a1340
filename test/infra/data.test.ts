import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REDIRECT_ADDRESS } from '../../client/sign-in/redirect-address.ts';
import { company } from '../../infra/company.ts';
import { Synthesized } from './synthesized.ts';

const app = new Synthesized();
const table = (name: string) => app.one('DynamoDB::Table', name).Properties;
const bucket = app.one('S3::Bucket', 'Documents').Properties;

const STATEFUL = ['DynamoDB::Table', 'S3::Bucket', 'KMS::Key', 'Cognito::UserPool'];

/** URLs printed in QR codes and sent in links. */
const ADDRESSES = ['Lambda::Url', 'ApiGatewayV2::Api', 'CloudFront::Distribution'];

describe('tables', () => {
  test('the ledger is keyed by envelope and sequence, streams its entries, and can be restored', () => {
    expect(table('Ledger')).toMatchObject({
      KeySchema: [
        { AttributeName: 'envelopeId', KeyType: 'HASH' },
        { AttributeName: 'seq', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  test('links, codes and sessions expire by themselves and have no backup', () => {
    expect(table('Access')).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(table('Access').PointInTimeRecoverySpecification).toBeUndefined();
  });

  test('public records go by themselves when their evidence is over, the ledger never', () => {
    expect(table('Records')).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    expect(table('Ledger').TimeToLiveSpecification).toBeUndefined();
  });

  test('the list is found by owner, by status, as a whole, and by what is due', () => {
    const indexes = table('Envelopes').GlobalSecondaryIndexes.map(
      (index: { IndexName: string; KeySchema: readonly { AttributeName: string }[] }) => [
        index.IndexName,
        ...index.KeySchema.map((key) => key.AttributeName),
      ],
    );
    expect(indexes).toEqual([
      ['owner-updated', 'owner', 'updatedAt'],
      ['status-updated', 'status', 'updatedAt'],
      ['all-updated', 'all', 'updatedAt'],
      ['due', 'due', 'dueAt'],
    ]);
  });

  test('a record is found by the hash of its file', () => {
    expect(table('Records').GlobalSecondaryIndexes).toMatchObject([
      { IndexName: 'by-sha256', KeySchema: [{ AttributeName: 'sha256', KeyType: 'HASH' }] },
    ]);
  });

  test('every table is encrypted, billed by request and protected from deletion', () => {
    for (const { Properties } of app.of('DynamoDB::Table'))
      expect(Properties).toMatchObject({
        SSESpecification: { SSEEnabled: true },
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
      });
  });
});

describe('documents', () => {
  test('each prefix goes after its days, pki never', () => {
    const rules = bucket.LifecycleConfiguration.Rules.filter(
      (rule: { Prefix?: string }) => rule.Prefix,
    ).map((rule: { Prefix: string; ExpirationInDays: number; Status: string }) => [
      rule.Prefix,
      rule.ExpirationInDays,
      rule.Status,
    ]);
    expect(rules).toEqual([
      ['uploads/', 1, 'Enabled'],
      ['exports/', 1, 'Enabled'],
      ['open/', 80, 'Enabled'],
      ['closed/', 14, 'Enabled'],
      ['batches/', 61, 'Enabled'],
    ]);
  });

  test('a company that keeps documents for 30 days moves both closed/ and open/', () => {
    const other = new Synthesized({ ...company, retention: { documentDays: 30 } });
    const days = other
      .one('S3::Bucket', 'Documents')
      .Properties.LifecycleConfiguration.Rules.map(
        (rule: { ExpirationInDays?: number }) => rule.ExpirationInDays,
      );
    expect(days).toEqual([1, 1, 96, 30, 61, undefined]);
  });

  test('what was never completed goes after a day', () => {
    expect(bucket.LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        Status: 'Enabled',
      }),
    );
  });

  test('the bucket is unversioned, encrypted, closed to the public, and answers the app alone', () => {
    expect(bucket.VersioningConfiguration).toBeUndefined();
    expect(bucket.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
    ]);
    expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    const [cors] = bucket.CorsConfiguration.CorsRules;
    expect(cors.AllowedMethods).toEqual(['GET', 'POST', 'HEAD']);
    expect(cors.AllowedOrigins.map((origin: unknown) => app.read(origin))).toEqual([
      expect.stringMatching(/^https:\/\/FrontDoorDistribution\w+\.DomainName$/),
    ]);
  });

  test('nothing reaches the bucket without TLS', () => {
    const [statement] = app.one('S3::BucketPolicy', 'Documents').Properties.PolicyDocument
      .Statement;
    expect(statement).toMatchObject({
      Effect: 'Deny',
      Action: 's3:*',
      Principal: { AWS: '*' },
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });
});

describe('keys', () => {
  const signing = ['Authority', 'Seal', 'Timestamp'];

  test.each(signing)('%s signs with P-256', (name) => {
    expect(app.one('KMS::Key', `Keys${name}`).Properties).toMatchObject({
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
    });
  });

  test.each(['Codes', 'Plans'])('%s makes HMAC-SHA-256', (name) => {
    expect(app.one('KMS::Key', `Keys${name}`).Properties).toMatchObject({
      KeySpec: 'HMAC_256',
      KeyUsage: 'GENERATE_VERIFY_MAC',
    });
  });

  test('a key policy names the account and nobody else, and deletion takes thirty days', () => {
    const keys = app.of('KMS::Key');
    expect(keys).toHaveLength(6);
    for (const { Properties } of keys) {
      const principals = Properties.KeyPolicy.Statement.map(
        (statement: { Principal: { AWS: unknown } }) => app.read(statement.Principal.AWS),
      );
      expect(principals).toEqual(['arn:Partition:iam::AccountId:root']);
      expect(Properties.PendingWindowInDays).toBe(30);
    }
  });
});

describe('senders', () => {
  test('only an administrator makes accounts, and passwords are long', () => {
    expect(app.one('Cognito::UserPool').Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
      DeletionProtection: 'ACTIVE',
    });
    expect(app.one('Cognito::UserPoolGroup').Properties.GroupName).toBe('admin');
  });

  test('the client is public, takes codes only, and returns to the console or a loopback address', () => {
    const client = app.one('Cognito::UserPoolClient').Properties;
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(client.CallbackURLs.map((url: unknown) => app.read(url))).toEqual([
      expect.stringMatching(/^https:\/\/FrontDoorDistribution\w+\.DomainName\/console$/),
      REDIRECT_ADDRESS,
      'http://localhost/callback',
    ]);
  });
});

describe('a company’s own domain', () => {
  const domain = 'firma.aurora.example';
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0b0a3b1c';
  const other = new Synthesized({ ...company, domain, certificateArn });
  const first = expect.stringMatching(/^https:\/\/FrontDoorDistribution\w+\.DomainName/);

  test('is added to the first address, whose links were sent and go on loading their document', () => {
    const [cors] = other.one('S3::Bucket', 'Documents').Properties.CorsConfiguration.CorsRules;
    expect(cors.AllowedOrigins.map((origin: unknown) => other.read(origin))).toEqual([
      first,
      `https://${domain}`,
    ]);
  });

  test('is one more address that sign-in returns to', () => {
    const { CallbackURLs } = other.one('Cognito::UserPoolClient').Properties;
    expect(CallbackURLs.map((url: unknown) => other.read(url)).slice(0, 2)).toEqual([
      first,
      `https://${domain}/console`,
    ]);
  });
});

describe('an issuer of the company’s own', () => {
  const issuer = { kind: 'issuer', issuer: 'https://login.aurora.example', audience: 'c' } as const;

  test('leaves the pool and its users where they are', () => {
    const other = new Synthesized({ ...company, identity: issuer });
    expect(other.one('Cognito::UserPool').id).toBe(app.one('Cognito::UserPool').id);
    expect(other.one('Cognito::UserPoolGroup').Properties.GroupName).toBe('admin');
    const { JwtConfiguration } = other.one('ApiGatewayV2::Authorizer').Properties;
    expect(JwtConfiguration).toEqual({ Audience: ['c'], Issuer: issuer.issuer });
  });
});

test('signed files, and nothing else, are read by the principals of the settings', () => {
  const readers = ['arn:aws:iam::111122223333:role/erp', 'arn:aws:iam::444455556666:root'];
  const read = (all: Synthesized) =>
    all
      .one('S3::BucketPolicy', 'Documents')
      .Properties.PolicyDocument.Statement.filter(
        ({ Sid }: { Sid?: string }) => Sid === 'ReadSigned',
      );
  expect(read(app)).toEqual([]);
  const [statement] = read(new Synthesized({ ...company, readSigned: readers }));
  expect(statement).toMatchObject({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Principal: { AWS: readers },
  });
  expect(JSON.stringify(statement.Resource)).toContain('/closed/*/signed-*.pdf');
  for (const arn of ['*', 'arn:aws:iam::111122223333:user/anna', 'arn:aws:s3:::bucket'])
    expect(() => new Synthesized({ ...company, readSigned: [arn] })).toThrow();
});

test('whatever cannot be made again stays when its stack goes', () => {
  const stateful = STATEFUL.flatMap((type) => app.of(type));
  for (const { DeletionPolicy, UpdateReplacePolicy } of stateful) {
    expect(DeletionPolicy).toMatch(/^Retain(ExceptOnCreate)?$/);
    expect(UpdateReplacePolicy).toBe('Retain');
  }
});

test('no release replaces what cannot be made again', () => {
  const committed = readFileSync(new URL('stateful-ids.json', import.meta.url), 'utf8');
  const lasting = [...STATEFUL, ...ADDRESSES].flatMap((type) => app.of(type));
  const ids = [...lasting, ...heldByExecutions()].map(({ id }) => id);
  expect(ids.sort()).toEqual(JSON.parse(committed));
});

/** A running execution calls functions for weeks by the ARNs in its original definition. */
function heldByExecutions() {
  const machines = app.of('StepFunctions::StateMachine');
  const definition = JSON.stringify(machines.map(({ Properties }) => Properties.DefinitionString));
  const named = app.of('Lambda::Function').filter(({ id }) => definition.includes(id));
  expect(named.map(({ Properties }) => Properties.FunctionName)).toEqual(
    named.map(() => undefined),
  );
  return [...machines, ...named];
}
