import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bootLocal } from '../../infra/local/boot.ts';
import type { LocalUrls } from '../../infra/local/page/local-urls.ts';
import { api, lambda, RoleArn, route, writeAssembly } from './fixtures/cloud-assembly.ts';
import { eventually } from './fixtures/eventually.ts';

const day = 86_400_000;

let folder: string;
let cdkOut: string;
let child: ChildProcess;
let urls: LocalUrls;

const notes = { NOTES_TABLE: { Ref: 'Notes' } };

const workflow = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: '@Ask@',
        Payload: {
          id: '{% $states.context.Execution.Name %}',
          token: '{% $states.context.Task.Token %}',
        },
      },
      TimeoutSeconds: '{% 30 * 86400 %}',
      Next: 'Keep',
    },
    Keep: { Type: 'Wait', Seconds: '{% 14 * 86400 %}', Next: 'Finish' },
    Finish: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: '@Finish@',
        Payload: '{% {"id": $states.context.Execution.Name, "by": $states.input.by} %}',
      },
      End: true,
    },
  },
};

/** A definition in CDK's form: a join of text and function ARNs. */
const definition = {
  'Fn::Join': [
    '',
    JSON.stringify(workflow)
      .split(/@(\w+)@/)
      .map((part, index) => (index % 2 === 0 ? part : { 'Fn::GetAtt': [part, 'Arn'] })),
  ],
};

const resources = {
  ...api,
  Notes: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    },
  },
  Ask: lambda('ask', notes),
  Act: lambda('act', notes),
  Finish: lambda('finish', notes),
  Relay: lambda('relay', notes),
  Listen: lambda('listen', notes),
  Start: lambda('start', { MACHINE_ARN: { Ref: 'Machine' } }),
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { DefinitionString: definition, RoleArn },
  },
  Stream: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'Relay' },
      EventSourceArn: { 'Fn::GetAtt': ['Notes', 'StreamArn'] },
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  Rule: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.states'], detail: { status: ['SUCCEEDED'] } },
      Targets: [{ Id: 'Listen', Arn: { 'Fn::GetAtt': ['Listen', 'Arn'] } }],
    },
  },
  ...route('Start', 'POST /start/{id}', 'Start'),
  ...route('Act', 'POST /act/{id}', 'Act'),
};

async function serve() {
  child = fork(new URL('./fixtures/serve.ts', import.meta.url), [join(folder, 'state'), cdkOut], {
    execArgv: [],
  });
  [urls] = (await once(child, 'message')) as [LocalUrls];
}

/** As by `kill -9`: nothing is closed or flushed. */
async function killAndServe() {
  child.kill('SIGKILL');
  await once(child, 'exit');
  await serve();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-kill-'));
  cdkOut = writeAssembly(join(folder, 'cdk.out'), { Test: { resources } });
  await serve();
});

afterEach(async () => {
  child.kill('SIGKILL');
  await once(child, 'exit');
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: object = {}) {
  const response = await fetch(`${urls.api}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

const advance = (advanceMs: number) => post('/local/api/clock', { advanceMs });

async function execution(name: string) {
  const response = await fetch(`${urls.api}/local/api/executions/${name}`);
  return (await response.json()) as { state: string; status: string };
}

const aheadMs = async () =>
  ((await (await fetch(`${urls.api}/local/api/clock`)).json()) as { aheadMs: number }).aheadMs;

/** A function's log, read through the SDK at the local clock's time. */
async function noteOf(id: string) {
  const client = new DynamoDBClient({
    endpoint: urls.aws,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    systemClockOffset: await aheadMs(),
  });
  const Key = { id: { S: id } };
  const { Item } = await client.send(new GetItemCommand({ TableName: 'Test-Notes', Key }));
  client.destroy();
  return Item?.text?.S;
}

const waitingIn = (state: string) =>
  eventually(async () => (await execution('one')).state === state);

test('a killed process loses no waiting token, timer, stream record, event or clock', async () => {
  await post('/start/one');
  const token = await eventually(() => noteOf('one#token'));
  await killAndServe();
  expect(await execution('one')).toMatchObject({ status: 'RUNNING', state: 'Ask' });

  await post('/act/one', { token });
  await killAndServe();
  await waitingIn('Keep');

  await advance(13 * day);
  await killAndServe();
  expect(await aheadMs()).toBe(13 * day);
  expect(await execution('one')).toMatchObject({ status: 'RUNNING', state: 'Keep' });

  await advance(day);
  await killAndServe();
  expect(await eventually(() => noteOf('one#finished'))).toBe('one#act');
  expect(await eventually(() => noteOf('one#heard'))).toBe('SUCCEEDED');
  expect(await execution('one')).toMatchObject({ status: 'SUCCEEDED' });
});

test('a second local target on the same state is refused', async () => {
  const second = bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
  await expect(second).rejects.toThrow(/Another local target/);
});

test('the addresses of the last run are taken again, for links name them', async () => {
  const before = urls;
  await killAndServe();
  expect(urls).toEqual(before);
});
