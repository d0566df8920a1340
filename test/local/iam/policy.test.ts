import { describe, expect, test } from 'vitest';
import { accessRequest } from '../../../infra/local/iam/access-request.ts';
import { Policies } from '../../../infra/local/iam/policies.ts';
import { compile, judge } from '../../../infra/local/iam/policy.ts';
import type { Json, JsonObject } from '../../../infra/local/json.ts';

const bucket = 'arn:aws:s3:::papers';
const policy = (...Statement: readonly JsonObject[]): Json => ({
  Version: '2012-10-17',
  Statement,
});
const allow = (more: JsonObject = {}): JsonObject => ({
  ...{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: `${bucket}/open/*` },
  ...more,
});
const get = (key: string) => accessRequest('s3:GetObject', `${bucket}/${key}`);

describe('a policy', () => {
  test('allows what it names and is silent about the rest', () => {
    const rules = compile(policy(allow()));
    expect(judge(rules, get('open/a/b'))).toBe('allowed');
    expect(judge(rules, get('closed/a'))).toBe('silent');
    expect(judge(rules, accessRequest('s3:PutObject', `${bucket}/open/a`))).toBe('silent');
  });

  test('reads actions in any case, and one text where many may stand', () => {
    const rules = compile(policy(allow({ Action: 's3:getobject' })));
    expect(judge(rules, get('open/a'))).toBe('allowed');
  });

  test('denies what it denies, whatever else allows it', () => {
    const rules = compile(
      policy(allow(), allow({ Effect: 'Deny', Resource: `${bucket}/open/x*` })),
    );
    expect(judge(rules, get('open/xyz'))).toBe('denied');
    expect(judge(rules, get('open/a'))).toBe('allowed');
  });

  test('has no wildcard that reaches over a colon of an ARN, but in its last part', () => {
    const publish = (resource: string) => accessRequest('sns:Publish', resource);
    const rules = compile(policy(allow({ Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:a*' })));
    expect(judge(rules, publish('arn:aws:sns:eu-west-1:1:abc:d'))).toBe('allowed');
    expect(judge(rules, publish('arn:aws:sns:eu-west-1:b:1:abc'))).toBe('silent');
    expect(judge(rules, publish('*'))).toBe('silent');
  });

  test('does not take a dot for any character', () => {
    const rules = compile(policy(allow({ Resource: `${bucket}/a.pdf` })));
    expect(judge(rules, get('axpdf'))).toBe('silent');
  });
});

describe('a condition', () => {
  const below = (operator: string) =>
    compile(
      policy(
        allow({
          Action: 'dynamodb:GetItem',
          Resource: '*',
          Condition: { [operator]: { 'dynamodb:LeadingKeys': ['text#*', 'count#*'] } },
        }),
      ),
    );
  const read = (keys: readonly string[] | 'unknown') =>
    accessRequest('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:1:table/T', {
      'dynamodb:leadingkeys': keys,
    });

  test('of all values holds where each is one of the wanted', () => {
    const rules = below('ForAllValues:StringLike');
    expect(judge(rules, read(['text#1', 'count#2']))).toBe('allowed');
    expect(judge(rules, read(['text#1', 'link#2']))).toBe('silent');
  });

  test('of all values holds where there is none, so a request that cannot be read is refused', () => {
    const rules = below('ForAllValues:StringLike');
    expect(judge(rules, accessRequest('dynamodb:GetItem', '*'))).toBe('allowed');
    expect(() => judge(rules, read('unknown'))).toThrow('dynamodb:leadingkeys');
  });

  test('does not hold where its key is absent, unless it says so', () => {
    const one = accessRequest('dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:1:table/T');
    expect(judge(below('StringLike'), one)).toBe('silent');
    expect(judge(below('StringLikeIfExists'), one)).toBe('allowed');
  });
});

describe('what is not judged here is refused when the template is read', () => {
  test.each<[string, JsonObject]>([
    ['NotAction', { NotAction: 's3:*' }],
    ['NotResource', { NotResource: '*' }],
    ['NotPrincipal', { NotPrincipal: '*' }],
    ['NumericLessThan', { Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '1' } } }],
    ['ForAnyValue:StringLike', { Condition: { 'ForAnyValue:StringLike': { 's3:prefix': 'a' } } }],
    ['aws:SourceIp', { Condition: { StringEquals: { 'aws:SourceIp': '10.0.0.1' } } }],
    ['a policy variable', { Resource: `${bucket}/\${aws:username}/*` }],
    ['the effect Maybe', { Effect: 'Maybe' }],
  ])('%s', (name, statement) => {
    expect(() => compile(policy(allow(statement)))).toThrow(name);
  });

  test('a policy without statements', () => {
    expect(() => compile({ Version: '2012-10-17' })).toThrow('without statements');
  });
});

describe('in one account', () => {
  const caller = { name: 'signer', role: 'signer-role' };
  const role = 'arn:aws:iam::000000000000:role/signer-role';
  const root = 'arn:aws:iam::000000000000:root';

  test('the policy of a bucket may allow or deny what the role’s is silent about or allows', () => {
    const policies = new Policies();
    policies.grant('signer-role', policy(allow()));
    const all = { Action: 's3:*', Principal: { AWS: role } };
    policies.protect(bucket, policy(allow({ ...all, Resource: `${bucket}/shared/*` })));
    policies.protect(
      bucket,
      policy(allow({ ...all, Effect: 'Deny', Resource: `${bucket}/open/x` })),
    );
    expect(policies.verdict(caller, get('shared/a'))).toBe('allowed');
    expect(policies.verdict(caller, get('open/x'))).toBe('denied');
    expect(policies.verdict({ name: 'other', role: 'other' }, get('shared/a'))).toBe('silent');
  });

  test('a role counts for a key only where the key’s policy trusts the account', () => {
    const sign = accessRequest('kms:Sign', 'arn:aws:kms:eu-west-1:000000000000:key/k');
    const trusting = new Policies();
    const alone = new Policies();
    for (const policies of [trusting, alone])
      policies.grant('signer-role', policy(allow({ Action: 'kms:Sign', Resource: sign.resource })));
    const keyPolicy = { Action: 'kms:*', Resource: '*', Principal: { AWS: root } };
    trusting.protect(sign.resource, policy(allow(keyPolicy)));
    expect(trusting.verdict(caller, sign)).toBe('allowed');
    expect(alone.verdict(caller, sign)).toBe('silent');
    expect(trusting.verdict({ name: 'other', role: 'other' }, sign)).toBe('silent');
  });

  test('a service of AWS comes in its own name, and from the source that the policy names', () => {
    const called = 'arn:aws:lambda:eu-west-1:000000000000:function:f';
    const rule = 'arn:aws:events:eu-west-1:000000000000:rule/r';
    const policies = new Policies();
    policies.protect(
      called,
      policy(
        allow({
          Action: 'lambda:InvokeFunction',
          Resource: called,
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { ArnLike: { 'aws:SourceArn': rule } },
        }),
      ),
    );
    const from = (service: string, source: string) =>
      policies.verdict(
        { name: service, service },
        accessRequest('lambda:InvokeFunction', called, { 'aws:sourcearn': [source] }),
      );
    expect(from('events.amazonaws.com', rule)).toBe('allowed');
    expect(from('events.amazonaws.com', `${rule}2`)).toBe('silent');
    expect(from('sns.amazonaws.com', rule)).toBe('silent');
  });
});
