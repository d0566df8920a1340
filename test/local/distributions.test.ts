import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootLocal, type Local } from '../../infra/local/boot.ts';
import { api, lambda, route, writeAssembly } from './fixtures/cloud-assembly.ts';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

let folder: string;
let local: Local;

const distribution = (domain: object, alias: string) => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      Aliases: [alias],
      Origins: [{ Id: 'one', DomainName: domain, CustomOriginConfig: {} }],
      DefaultCacheBehavior: {
        TargetOriginId: 'one',
        CachePolicyId: CACHING_DISABLED,
        Compress: true,
      },
      CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 0 }],
    },
  },
});

const hostOf = (url: object) => ({ 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'distributions-'));
  const resources = {
    ...api,
    Echo: lambda('echo', { VERIFIER_URL: 'https://verify.acme.test/v' }),
    ...route('Any', 'ANY /things/{proxy+}', 'Echo'),
    Front: distribution(hostOf({ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }), 'sign.acme.test'),
    Verify: lambda('echo'),
    Url: {
      Type: 'AWS::Lambda::Url',
      Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Verify', 'Arn'] } },
    },
    Door: distribution(hostOf({ 'Fn::GetAtt': ['Url', 'FunctionUrl'] }), 'verify.acme.test'),
  };
  const outputs = {
    App: { Value: 'https://sign.acme.test' },
    Verifier: { Value: 'https://verify.acme.test' },
    Elsewhere: { Value: 'https://verify.acme.test.evil.test https://other.test' },
    Door: { Value: { 'Fn::GetAtt': ['Door', 'DomainName'] } },
  };
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), { Test: { resources, outputs } });
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
});

afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

const output = (name: string) => String(local.outputs.get('Test')?.get(name));

test('the first stands at the main port, another at one of its own', async () => {
  expect(output('App')).toBe(local.urls.api);
  expect(output('Verifier')).toBe(`http://${output('Door')}`);
  const { routeKey } = await (await fetch(`${output('App')}/things/1`)).json();
  expect(routeKey).toBe('ANY /things/{proxy+}');
  const response = await fetch(`${output('Verifier')}/v/ABC?x=1`);
  expect(await response.json()).toMatchObject({ routeKey: '$default', rawPath: '/v/ABC' });
});

test('hands a body on to the function behind it, as the function’s own address does', async () => {
  const [own = ''] = Object.values(local.urls.functionUrls);
  for (const url of [own, `${output('Verifier')}/`]) {
    const event = await (await fetch(`${url}check`, { method: 'POST', body: '{}' })).json();
    expect(event).toMatchObject({ rawPath: '/check', body: '{}' });
  }
});

test('is meant by its own name alone', () => {
  expect(output('Elsewhere')).toBe('https://verify.acme.test.evil.test https://other.test');
});
