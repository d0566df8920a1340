import { describe, expect, test } from 'vitest';
import { collisions } from '../../../infra/deployable/collisions.ts';
import { repeatProblems } from '../../../infra/deployable/repeat-problems.ts';
import {
  type ResourceType,
  resourceSpecification,
} from '../../../infra/deployable/resource-specification.ts';
import { stackShape } from '../../../infra/deployable/stack-shape.ts';
import { transitionProblems } from '../../../infra/deployable/transition-problems.ts';

const specification: ReadonlyMap<string, ResourceType> = resourceSpecification();

const DATA = () => ({
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      DeletionPolicy: 'Retain',
      Properties: {
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        GlobalSecondaryIndexes: [{ IndexName: 'by-owner', KeySchema: ['owner'] }],
        DeletionProtectionEnabled: true,
      } as Record<string, unknown>,
    },
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: { KeySpec: 'ECC_NIST_P256' } as Record<string, unknown>,
    },
    Bucket: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: { BucketName: { 'Fn::Join': ['-', ['docs', { Ref: 'AWS::Region' }]] } },
    },
    Pool: {
      Type: 'AWS::Cognito::UserPool',
      Properties: { UsernameAttributes: ['email'] } as Record<string, unknown>,
    },
    PoolDomain: {
      Type: 'AWS::Cognito::UserPoolDomain',
      Properties: { UserPoolId: { Ref: 'Pool' }, Domain: 'docs' } as Record<string, unknown>,
    },
  } as Record<
    string,
    { Type: string; DeletionPolicy?: string; Properties: Record<string, unknown> }
  >,
  Outputs: {
    Out: { Value: { Ref: 'Table' }, Export: { Name: 'Data:Table' } },
  } as Record<string, { Value: unknown; Export: { Name: string } }>,
});

const SERVICE = () => ({
  Resources: {
    Task: { Type: 'AWS::Lambda::Function', Properties: {} },
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        StateMachineName: 'envelopes',
        DefinitionString: { 'Fn::Join': ['', ['{', { 'Fn::GetAtt': ['Task', 'Arn'] }, '}']] },
      },
    },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { AlarmName: 'errors', Dimensions: { 'Fn::ImportValue': 'Data:Table' } },
    },
  } as Record<
    string,
    { Type: string; DeletionPolicy?: string; Properties: Record<string, unknown> }
  >,
});

type Change = (data: ReturnType<typeof DATA>, service: ReturnType<typeof SERVICE>) => void;

function deployment(change: Change = () => {}) {
  const [data, service] = [DATA(), SERVICE()];
  change(data, service);
  return [stackShape('Data', data, specification), stackShape('Service', service, specification)];
}

const RED: Readonly<Record<string, readonly [Change, RegExp]>> = {
  'an export that is imported goes': [
    (data) => {
      data.Outputs = {};
    },
    /export Data:Table goes, Service imports it/,
  ],
  'an export means something else': [
    (data) => {
      data.Outputs.Out = { Value: { Ref: 'Bucket' }, Export: { Name: 'Data:Table' } };
    },
    /export Data:Table changes its value/,
  ],
  'what nobody exports is imported': [
    (_, service) => {
      service.Resources.Alarm!.Properties.Unit = { 'Fn::ImportValue': 'Data:Other' };
    },
    /imports Data:Other, which nobody exports/,
  ],
  'a table gets other keys': [
    (data) => {
      data.Resources.Table!.Properties.KeySchema = [{ AttributeName: 'pk', KeyType: 'HASH' }];
    },
    /Data\.Table .* is replaced: KeySchema/,
  ],
  'a table goes': [
    (data) => {
      delete data.Resources.Table;
      data.Outputs = {};
    },
    /Data\.Table .* goes/,
  ],
  'a table loses an index and gets another': [
    (data) => {
      data.Resources.Table!.Properties.GlobalSecondaryIndexes = [{ IndexName: 'by-status' }];
    },
    /more than one index/,
  ],
  'an index gets other keys': [
    (data) => {
      data.Resources.Table!.Properties.GlobalSecondaryIndexes = [
        { IndexName: 'by-owner', KeySchema: ['status'] },
      ];
    },
    /changes its index by-owner/,
  ],
  'a key gets another curve': [
    (data) => {
      data.Resources.Key!.Properties.KeySpec = 'ECC_NIST_P384';
    },
    /Data\.Key .* cannot change its KeySpec/,
  ],
  'the pool gets other names to sign in with': [
    (data) => {
      data.Resources.Pool!.Properties.UsernameAttributes = ['phone_number'];
    },
    /cannot change its UsernameAttributes/,
  ],
  'the pool gets a second domain': [
    (data) => {
      data.Resources.PoolDomain!.Properties.Domain = 'other';
    },
    /its UserPoolId has one already/,
  ],
  'a bucket is called otherwise': [
    (data) => {
      data.Resources.Bucket!.Properties.BucketName = 'papers';
    },
    /Data\.Bucket .* is replaced: BucketName/,
  ],
  'a bucket that is kept goes with its name': [
    (data) => {
      delete data.Resources.Bucket;
    },
    /its name is taken for ever/,
  ],
  'an alarm moves under its name': [
    (_, { Resources }) => {
      Resources.Other = Resources.Alarm!;
      delete Resources.Alarm;
    },
    /Service\.Other: AWS::CloudWatch::Alarm errors is still that of Alarm/,
  ],
  'a name moves to another stack that comes before': [
    (data, { Resources }) => {
      data.Resources.Alarm = Resources.Alarm!;
      delete Resources.Alarm;
    },
    /Data\.Alarm: AWS::CloudWatch::Alarm errors is still Service's/,
  ],
  'a function that executions call gets another id': [
    (_, { Resources }) => {
      Resources.Renamed = Resources.Task!;
      delete Resources.Task;
      Resources.Machine!.Properties.DefinitionString = { Ref: 'Renamed' };
    },
    /Service\.Task .* goes/,
  ],
  'the machine is called otherwise': [
    (_, { Resources }) => {
      Resources.Machine!.Properties.StateMachineName = 'papers';
    },
    /Service\.Machine .* is replaced: StateMachineName/,
  ],
  'an id gets another type': [
    (_, { Resources }) => {
      Resources.Alarm!.Type = 'AWS::SNS::Topic';
    },
    /changes its type/,
  ],
};

describe('an update is refused where', () => {
  test.each(Object.entries(RED))('%s', (_, [change, problem]) => {
    expect(transitionProblems(deployment(), deployment(change)).join('\n')).toMatch(problem);
  });
});

test('an update that changes nothing of this kind is taken', () => {
  const harmless: Change = (data, { Resources }) => {
    data.Outputs.More = { Value: { Ref: 'Bucket' }, Export: { Name: 'Data:Bucket' } };
    data.Resources.Table!.Properties.BillingMode = 'PAY_PER_REQUEST';
    Resources.Alarm!.Properties.Threshold = 2;
  };
  expect(transitionProblems(deployment(), deployment(harmless))).toEqual([]);
});

test('a name that is the account’s is taken in every region, one that holds the region is not', () => {
  const policy: Change = (data) => {
    data.Resources.Policy = {
      Type: 'AWS::CloudFront::OriginRequestPolicy',
      Properties: { OriginRequestPolicyConfig: { Name: 'signers' } },
    };
  };
  const [here, there] = ['eu-south-1', 'eu-central-1'];
  const stacks = deployment(policy);
  expect(collisions({ stacks, region: here }, { stacks, region: there })).toEqual([
    'AWS::CloudFront::OriginRequestPolicy signers',
  ]);
});

test('a first deployment is not repeated where a name stays, or a protected table should go', () => {
  const change: Change = (data) => {
    data.Resources.Bucket!.DeletionPolicy = 'Retain';
    data.Resources.Table!.DeletionPolicy = 'RetainExceptOnCreate';
  };
  expect(repeatProblems(deployment(change))).toEqual([
    'Data.Table is protected: a rollback cannot delete it',
    'Data.Bucket stays behind with its name',
  ]);
});
