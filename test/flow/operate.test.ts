import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { localEnvironment } from '../../scripts/authority/local-environment.ts';
import { openAndConfirm, signCeremony } from '../../scripts/demo/ceremony.ts';
import { Employee } from '../../scripts/demo/employee.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { completed } from '../../scripts/demo/journey.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { DEAD_LETTER_FUNCTIONS } from '../../scripts/operate/deployment.ts';
import { sendContract, silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();

/** Output of the command; throws with exit code and output. */
async function operate(...given: readonly string[]): Promise<string> {
  const asked = ['scripts/operate.ts', ...given, '--at', target.api];
  const { stdout } = await promisify(execFile)(process.execPath, asked);
  return stdout;
}

async function waiting(): Promise<{ stage: Stage; id: string }> {
  const stage = await stageOn(target);
  const id = await sendContract(stage);
  await eventually('the invitation', async () => {
    const { parties } = await stage.employee.show(id);
    return parties[0]?.invitedAt !== undefined;
  });
  return { stage, id };
}

/** Stops the execution, as an operator's mistake or a week-long outage would. */
async function stopExecution(id: string): Promise<void> {
  const environment = await localEnvironment(target.api);
  Object.assign(process.env, environment);
  const machine = `arn:aws:states:${environment.AWS_REGION}:000000000000:execution:sigillo-envelopes`;
  await new SFNClient({}).send(new StopExecutionCommand({ executionArn: `${machine}:${id}` }));
  await eventually('the entry that it stands still', async () =>
    (await operate('show', id)).includes('stands still since'),
  );
}

describe('npm run operate', () => {
  test('shows how an envelope stands, and names nobody', async () => {
    const { stage, id } = await waiting();
    await openAndConfirm(signerOf(stage, 'director'), silent);
    const shown = await operate('show', id.toLowerCase());
    expect(shown).toMatch(/signing since/);
    expect(shown).toMatch(/party director, turn 1, by email: invited \S+, opened /);
    expect(shown).toMatch(/party client, turn 2, by sms: not written to yet/);
    expect(shown).toMatch(/execution 1 {2}running/);
    expect(shown).toMatch(/entries, whole, head [0-9a-f]{64}/);
    expect(shown).toMatch(/ 0 {2}\S+ {2}created {13}sender/);
    for (const { party } of stage.signers) {
      expect(shown).not.toContain(party.name);
      expect(shown).not.toContain(Object.values(party.channel)[1]);
    }
  });

  test('says what it does not know, by its exit code', async () => {
    await expect(operate('show', '0'.repeat(26))).rejects.toMatchObject({ code: 1 });
    await expect(operate('mend')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Usage/),
    });
    await expect(operate('replay', 'nobody')).rejects.toMatchObject({
      stderr: expect.stringMatching(/^no queue nobody/),
    });
  });

  test('has an execution that was stopped go on where it stood', async () => {
    const { stage, id } = await waiting();
    await stopExecution(id);
    expect(await operate('redrive')).toMatch(new RegExp(`1 redriven\n {2}${id}\n`));
    expect(await operate('show', id)).toMatch(/execution 1 {2}running/);
    for (const party of ['director', 'client']) await signCeremony(signerOf(stage, party), silent);
    await completed(stage, id);
  });

  test('leaves alone what another execution has followed, and what ended before the instant', async () => {
    const { id } = await waiting();
    const before = new Date(Date.now() + 60_000).toISOString();
    await stopExecution(id);
    expect(await operate('redrive', '--since', before)).toBe('0 redriven\n');
    expect(await operate('sweep')).toMatch(/seen: \d/);
    const after = await operate('redrive');
    expect(after).toMatch(/^0 redriven\n/);
    expect(after).toContain(`${id}: execution 2 has followed it`);
    expect(await operate('show', id)).toMatch(/execution 2 {2}running/);
  });

  test('tells an instant that is none', async () => {
    await expect(operate('redrive', '--since', 'yesterday')).rejects.toMatchObject({
      stderr: expect.stringMatching(/^yesterday is not an instant/),
    });
  });

  test('replays each kind of letter once, and leaves what holds nothing to replay', async () => {
    Object.assign(process.env, await localEnvironment(target.api));
    const sqs = new SQSClient({});
    const counted = async () => new Map(lettersIn(await operate('replay')));
    // The canary is not deployed by default.
    const deployed = DEAD_LETTER_FUNCTIONS.filter((name) => name !== 'canary');
    expect([...(await counted())].sort()).toEqual(deployed.map((name) => [name, 0]).sort());
    const { deployment } = await import('../../scripts/operate/deployment.ts');
    const QueueUrl = (await deployment()).queueUrl('relay');
    const letters = [
      { Records: [] },
      { version: '1.0', requestContext: {}, requestPayload: { Records: [] } },
      { DDBStreamBatchInfo: { shardId: 's', startSequenceNumber: '1' } },
    ];
    for (const letter of letters)
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(letter) }));
    expect((await counted()).get('relay')).toBe(3);
    await expect(operate('replay', 'relay')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^2 replayed, 1 left\n {2}[\w-]+: it holds no record/),
    });
    expect((await counted()).get('relay')).toBe(1);
  });

  test('keeps a letter whose function fails again', async () => {
    const { deployment } = await import('../../scripts/operate/deployment.ts');
    const QueueUrl = (await deployment()).queueUrl('seal');
    const MessageBody = JSON.stringify({
      requestPayload: { operation: 'append', envelopeId: 'x' },
    });
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody }));
    await expect(operate('replay', 'seal')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^0 replayed, 1 left\n {2}[\w-]+: it failed with /),
    });
  });

  test('makes a token for a machine, shows how it stands, and withdraws it', async () => {
    const owner = 'u1,anna@aurora.example,Anna Bianchi';
    const facts = ['--name', 'ERP', '--scopes', 'envelopes:read', '--email', 'it@aurora.example'];
    const secret = (await operate('token', 'make', ...facts, '--owner', owner)).trim();
    expect(secret).toMatch(/^sgl_[\w-]{43}$/);
    const machine = new Employee(target.api, secret, '/api/v1');
    expect((await machine.list()).items).toEqual([]);
    const listed = await operate('token', 'list');
    expect(listed).toMatch(/^[0-9a-f]{32} {2}until \S+ {2}ERP {2}envelopes:read {2}for anna@/m);
    expect(listed).not.toContain(secret);
    const [id = ''] = listed.split(' ');
    await operate('token', 'withdraw', id);
    await expect(machine.list()).rejects.toMatchObject({ code: 'token_withdrawn' });
    expect(await operate('token', 'list')).toContain(`${id}  withdrawn `);
  });

  test('says which facts of a token are wrong, and makes none', async () => {
    const facts = ['--name', 'ERP', '--scopes', 'all', '--email', 'it@aurora.example'];
    await expect(operate('token', 'make', ...facts)).rejects.toThrow('--scopes.0');
  });
});

const lettersIn = (text: string): [string, number][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
    .map(([name = '', count]) => [name, Number(count)]);
