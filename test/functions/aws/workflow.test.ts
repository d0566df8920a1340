import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootLocal, type Local } from '../../../infra/local/boot.ts';
import type { Workflow } from '../../../shared/ports/workflow.ts';
import { lambda, RoleArn, writeAssembly } from '../../local/fixtures/cloud-assembly.ts';
import { eventually } from '../../local/fixtures/eventually.ts';

const MACHINE_ARN = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Test-Machine';
const executionArn = (name: string) =>
  `${MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${name}`;

/** Waits like a turn of the real workflow; `say` logs its task token. */
const DEFINITION = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: {
    Wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'Test-Say',
        Payload: {
          token: '{% $states.context.Task.Token %}',
          envelope: '{% $states.input.envelopeId %}',
        },
      },
      TimeoutSeconds: "{% $states.input.envelopeId = 'late' ? 1 : 600 %}",
      End: true,
    },
  },
};

let folder: string;
let local: Local;
let states: SFNClient;
let workflow: Workflow;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  const machine = {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { DefinitionString: JSON.stringify(DEFINITION), RoleArn },
  };
  const resources = { Say: lambda('say'), Machine: machine };
  const cdkOut = writeAssembly(join(folder, 'cdk.out'), { Test: { resources } });
  local = await bootLocal({ port: 0, stateDirectory: join(folder, 'state'), cdkOut });
  process.env.AWS_ENDPOINT_URL = local.urls.aws;
  process.env.AWS_REGION = 'eu-west-1';
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  states = new SFNClient({});
  const { sfnWorkflow } = await import('../../../shared/aws/workflow/sfn-workflow.ts');
  workflow = sfnWorkflow({ MACHINE_ARN });
});

afterAll(async () => {
  states.destroy();
  await local.close();
  rmSync(folder, { recursive: true });
});

function log(): string {
  try {
    return readFileSync(join(folder, 'state', 'logs', 'Test-Say.log'), 'utf8');
  } catch {
    return '';
  }
}

/** Task token of the next wait. */
async function begin(name: string): Promise<string> {
  const before = log().split('\n').filter(Boolean).length;
  await workflow.start(name);
  return eventually(() => log().split('\n').filter(Boolean).at(before));
}

const described = (name: string) =>
  states.send(new DescribeExecutionCommand({ executionArn: executionArn(name) }));

const reaches = (name: string, status: Awaited<ReturnType<Workflow['status']>>) =>
  eventually(async () => (await workflow.status(name)) === status);

describe('the workflow', () => {
  it('is one execution an envelope, named by its id and given nothing but it', async () => {
    expect(await workflow.status('once')).toBe('none');
    await begin('once');
    await workflow.start('once');
    expect(await workflow.status('once')).toBe('running');
    expect(JSON.parse((await described('once')).input!)).toEqual({ envelopeId: 'once' });
  });

  it('goes on when its wait is resumed, and takes the outcome with it', async () => {
    const token = await begin('resumed');
    expect(await workflow.resume(token, 'signed')).toBe(true);
    await reaches('resumed', 'ended');
    expect(JSON.parse((await described('resumed')).output!)).toEqual({ outcome: 'signed' });
  });

  it('is not started anew once it has ended', async () => {
    const token = await begin('twice');
    await workflow.resume(token, 'signed');
    await reaches('twice', 'ended');
    await workflow.start('twice');
    expect(await workflow.status('twice')).toBe('ended');
  });

  it('takes a wait that nobody is left to tell as settled: answered, timed out, stopped or unknown', async () => {
    const answered = await begin('answered');
    await workflow.resume(answered, 'signed');
    await expect(workflow.resume(answered, 'signed')).resolves.toBe(false);
    const late = await begin('late');
    await reaches('late', 'failed');
    await expect(workflow.resume(late, 'signed')).resolves.toBe(false);
    const stopped = await begin('stopped');
    await states.send(new StopExecutionCommand({ executionArn: executionArn('stopped') }));
    expect(await workflow.status('stopped')).toBe('failed');
    await expect(workflow.resume(stopped, 'signed')).resolves.toBe(false);
    await expect(workflow.resume('no such token', 'signed')).resolves.toBe(false);
  });

  it('fails loudly on what a repetition might mend, such as a machine that is not there', async () => {
    const { sfnWorkflow } = await import('../../../shared/aws/workflow/sfn-workflow.ts');
    const other = sfnWorkflow({ MACHINE_ARN: MACHINE_ARN.replace('Test-Machine', 'None') });
    await expect(other.start('x')).rejects.toThrow(/StateMachineDoesNotExist|does not exist/i);
  });
});
