import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ExecutionNotRedrivable,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootLocal, type Local } from '../../infra/local/boot.ts';
import { lambda, RoleArn, writeAssembly } from './fixtures/cloud-assembly.ts';
import { eventually } from './fixtures/eventually.ts';

const stateMachineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Test-Machine';

let folder: string;
let local: Local;
let states: SFNClient;
let functions: LambdaClient;

/** `say` logs its task token, which the test reads. */
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'Test-Say',
        Payload: { token: '{% $states.context.Task.Token %}' },
      },
      End: true,
    },
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-sdk-'));
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), {
    Test: {
      resources: {
        Say: lambda('say'),
        Fails: lambda('fails'),
        Environment: lambda('environment'),
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: JSON.stringify(definition), RoleArn },
        },
      },
    },
  });
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const options = { endpoint: local.urls.aws, region: 'eu-west-1', credentials };
  states = new SFNClient(options);
  functions = new LambdaClient(options);
});

afterAll(async () => {
  states.destroy();
  functions.destroy();
  await local.close();
  rmSync(folder, { recursive: true });
});

const start = (name: string, input: object = {}) =>
  states.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));

function tokenOf(name: string) {
  const log = join(folder, 'state', 'logs', 'Test-Say.log');
  return eventually(() => {
    try {
      return readFileSync(log, 'utf8').split('\n').filter(Boolean).at(tokens.indexOf(name));
    } catch {
      return undefined;
    }
  });
}

/** Executions in the order of their start, each with its token. */
const tokens: string[] = [];

async function begin(name: string) {
  tokens.push(name);
  const { executionArn = '' } = await start(name);
  return { executionArn, taskToken: await tokenOf(name) };
}

const described = (executionArn: string) =>
  states.send(new DescribeExecutionCommand({ executionArn }));

const ended = (executionArn: string) =>
  eventually(async () => {
    const execution = await described(executionArn);
    return execution.status !== 'RUNNING' && execution;
  });

describe('Step Functions over the wire', () => {
  test('starts an execution once by name', async () => {
    const { executionArn, taskToken } = await begin('once');
    expect((await start('once')).executionArn).toBe(executionArn);
    await expect(start('once', { other: true })).rejects.toThrow(ExecutionAlreadyExists);
    await states.send(new SendTaskSuccessCommand({ taskToken, output: '{"ok":true}' }));
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"ok":true}' });
    await expect(start('once')).rejects.toThrow(ExecutionAlreadyExists);
  });

  test('refuses a token that was answered, and one that it never gave', async () => {
    const { taskToken } = await begin('answered');
    await states.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    const answer = (token: string | undefined) =>
      states.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }));
    await expect(answer(taskToken)).rejects.toThrow(TaskTimedOut);
    await expect(answer('invented')).rejects.toThrow(TaskDoesNotExist);
  });

  test('fails with the error that was sent, and tells its history', async () => {
    const { executionArn, taskToken } = await begin('failed');
    await states.send(new SendTaskFailureCommand({ taskToken, error: 'Declined', cause: 'no' }));
    expect(await ended(executionArn)).toMatchObject({ status: 'FAILED', error: 'Declined' });
    const { events = [] } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
    const types = events.map(({ type }) => type);
    expect(types[0]).toBe('ExecutionStarted');
    expect(types).toContain('TaskStateEntered');
    expect(events.at(-1)?.executionFailedEventDetails).toEqual({ error: 'Declined', cause: 'no' });
    expect(JSON.stringify(events)).not.toContain(taskToken);
  });

  test('stops an execution and lists by status', async () => {
    const { executionArn } = await begin('stopped');
    async function list(statusFilter: 'RUNNING' | 'ABORTED') {
      const input = { stateMachineArn, statusFilter };
      const { executions = [] } = await states.send(new ListExecutionsCommand(input));
      return executions.map(({ name }) => name);
    }
    expect(await list('RUNNING')).toContain('stopped');
    await states.send(new StopExecutionCommand({ executionArn, error: 'Void' }));
    expect(await list('ABORTED')).toEqual(['stopped']);
    expect(await described(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Void' });
  });

  test('redrives one that stopped, from the state where it stopped, and no other', async () => {
    const { executionArn, taskToken } = await begin('redriven');
    const again = () => states.send(new RedriveExecutionCommand({ executionArn }));
    await expect(again()).rejects.toThrow(ExecutionNotRedrivable);
    await states.send(new SendTaskFailureCommand({ taskToken, error: 'Late' }));
    await ended(executionArn);
    await again();
    expect(await described(executionArn)).toMatchObject({ status: 'RUNNING' });
    tokens.push('redriven again');
    const next = await tokenOf('redriven again');
    await states.send(new SendTaskSuccessCommand({ taskToken: next, output: '"done"' }));
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
    const { events = [] } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.filter(({ type }) => type === 'ExecutionRedriven')).toHaveLength(1);
    await expect(again()).rejects.toThrow(ExecutionNotRedrivable);
  });

  test('knows no execution that was never started', async () => {
    const executionArn = `${stateMachineArn.replace('stateMachine', 'execution')}:never`;
    await expect(described(executionArn)).rejects.toThrow(ExecutionDoesNotExist);
  });
});

describe('a client whose clock is an hour behind', () => {
  const behind = () => ({
    endpoint: local.urls.aws,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    systemClockOffset: -3_600_000,
  });

  test('can read what it is told of that, in each protocol', async () => {
    const skewed = { name: 'RequestTimeTooSkewed' };
    const workflow = new SFNClient(behind());
    const texts = new SNSClient(behind());
    const machine = new ListExecutionsCommand({ stateMachineArn });
    await expect(workflow.send(machine)).rejects.toMatchObject(skewed);
    const text = new PublishCommand({ PhoneNumber: '+393331234567', Message: 'x' });
    await expect(texts.send(text)).rejects.toMatchObject(skewed);
    workflow.destroy();
    texts.destroy();
  });
});

describe('CloudFormation over the wire', () => {
  test('tells which resource has which name, and knows no stack that is not there', async () => {
    const cloudFormation = new CloudFormationClient({
      endpoint: local.urls.aws,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const asked = (StackName: string) =>
      cloudFormation.send(new ListStackResourcesCommand({ StackName }));
    const { StackResourceSummaries = [] } = await asked('Test');
    expect(StackResourceSummaries).toContainEqual(
      expect.objectContaining({
        LogicalResourceId: 'Machine',
        PhysicalResourceId: stateMachineArn,
        ResourceType: 'AWS::StepFunctions::StateMachine',
      }),
    );
    await expect(asked('Other')).rejects.toThrow('does not exist');
    cloudFormation.destroy();
  });
});

describe('Lambda over the wire', () => {
  async function invoke(FunctionName: string, more: object = {}) {
    const output = await functions.send(new InvokeCommand({ FunctionName, ...more }));
    const text = Buffer.from(output.Payload ?? []).toString();
    return { ...output, payload: text && JSON.parse(text) };
  }

  test('gives the answer of a function', async () => {
    expect((await invoke('Test-Environment')).payload).toMatchObject({ name: 'Test-Environment' });
  });

  test('tells a failed function from a failed call', async () => {
    const answer = await invoke('Test-Fails');
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(answer.payload).toMatchObject({ errorType: 'Refusal', errorMessage: 'It said no' });
    await expect(invoke('Nobody')).rejects.toThrow(/not found/);
  });

  test('accepts an event for later', async () => {
    const answer = await invoke('Test-Environment', { InvocationType: 'Event' });
    expect(answer.StatusCode).toBe(202);
  });
});
