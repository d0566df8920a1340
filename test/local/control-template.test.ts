import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bootLocal, type Local } from '../../infra/local/boot.ts';
import { lambda, RoleArn, writeAssembly } from './fixtures/cloud-assembly.ts';

let folder: string;
let local: Local | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'control-template-'));
});

afterEach(async () => {
  await local?.close();
  local = undefined;
  rmSync(folder, { recursive: true });
});

async function boot(stacks: Parameters<typeof writeAssembly>[1]) {
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), stacks);
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
  return local;
}

const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } };
const value = (Value: unknown) => ({ Value });

describe('the intrinsic functions', () => {
  test('are resolved as CloudFormation does', async () => {
    const { outputs } = await boot({
      Test: {
        resources: { Queue: queue },
        conditions: { Yes: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } },
        outputs: {
          Joined: value({ 'Fn::Join': ['-', ['a', { Ref: 'AWS::AccountId' }]] }),
          Sub: value({ 'Fn::Sub': [`\${Queue.QueueName} \${own} \${!kept}`, { own: 'x' }] }),
          Part: value({
            'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }],
          }),
          Either: value({ 'Fn::If': ['Yes', 'yes', 'no'] }),
          Dropped: value({ 'Fn::Join': ['', ['a', { Ref: 'AWS::NoValue' }, 'b']] }),
        },
      },
    });
    expect(Object.fromEntries(outputs.get('Test') ?? [])).toEqual({
      Joined: 'a-000000000000',
      Sub: `letters x \${kept}`,
      Part: 'letters',
      Either: 'yes',
      Dropped: 'ab',
    });
  });

  test('reach into the stacks before, by export or by output', async () => {
    const { outputs } = await boot({
      Second: {
        resources: {},
        after: ['First'],
        outputs: {
          Imported: value({ 'Fn::ImportValue': 'first:queue' }),
          Output: value({
            'Fn::GetStackOutput': { StackName: 'First', OutputName: 'Queue', Region: 'eu-west-1' },
          }),
        },
      },
      First: {
        resources: { Queue: queue },
        outputs: {
          Queue: {
            Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] },
            Export: { Name: 'first:queue' },
          },
        },
      },
    });
    expect(Object.fromEntries(outputs.get('Second') ?? [])).toEqual({
      Imported: 'letters',
      Output: 'letters',
    });
  });

  test('leave out what a condition excludes', async () => {
    const { outputs } = await boot({
      Test: {
        conditions: { No: { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }] } },
        resources: { Odd: { Type: 'AWS::Nobody::Knows', Condition: 'No' } },
        outputs: { Odd: { Value: { Ref: 'Odd' }, Condition: 'No' } },
      },
    });
    expect(outputs.get('Test')?.size).toBe(0);
  });
});

describe('boot is refused', () => {
  const refused: [string, Parameters<typeof writeAssembly>[1]['x']['resources'], RegExp][] = [
    ['a resource type', { A: { Type: 'AWS::Nobody::Knows' } }, /AWS::Nobody::Knows/],
    [
      'a property',
      { A: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } },
      /FifoQueue/,
    ],
    ['a runtime', { A: lambda('echo', {}, { Runtime: 'python3.13' }) }, /Runtime/],
    [
      'a target of a rule',
      {
        A: {
          Type: 'AWS::Events::Rule',
          Properties: {
            EventPattern: { source: ['x'] },
            Targets: [{ Id: 'T', Arn: 'arn:aws:lambda:x', InputTransformer: {} }],
          },
        },
      },
      /InputTransformer/,
    ],
    [
      'a reference to nothing',
      { A: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Nothing' } } } },
      /Nothing/,
    ],
    [
      'a state machine in JSONPath',
      {
        A: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            RoleArn,
            DefinitionString: JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } }),
          },
        },
      },
      /QueryLanguage/,
    ],
  ];
  test.each(refused)('for %s that is not imitated', async (_, resources, message) => {
    await expect(boot({ Test: { resources } })).rejects.toThrow(message);
  });

  test('when a table that holds data was declared otherwise before', async () => {
    const table = (name: string) => ({
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: name, AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      },
    });
    const first = await boot({ Test: { resources: { Table: table('id') } } });
    await first.close();
    local = undefined;
    await expect(boot({ Test: { resources: { Table: table('other') } } })).rejects.toThrow(
      /--fresh/,
    );
  });
});
