import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../infra/local/json.ts';
import { FunctionError } from '../../infra/local/lambda/function-error.ts';
import { Store } from '../../infra/local/state/store.ts';
import { StateMachines } from '../../infra/local/state-machine/state-machines.ts';
import type { Chance } from '../../infra/local/time/chance.ts';
import { Clock } from '../../infra/local/time/clock.ts';
import { eventually } from './fixtures/eventually.ts';

const machineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:Machine';
const day = 86_400_000;

type Call = { readonly name: string; readonly payload: { [name: string]: Json } };
type Answer = (call: Call) => Json | Promise<Json>;

let folder: string;
let store: Store;
let clock: Clock;
let machines: StateMachines;
let calls: Call[];
let answer: Answer;

function open(chance?: Chance) {
  store = new Store(join(folder, 'state.db'));
  clock = new Clock(store);
  async function invoke(name: string, payload: Json) {
    const call = { name, payload: payload as Call['payload'] };
    calls.push(call);
    return answer(call);
  }
  machines = new StateMachines(store, clock, invoke, { ...(chance && { chance }) });
}

/** As after `kill -9`: timers and promises are gone, the file remains. */
async function reopen() {
  await machines.close();
  store.close();
  open();
  machines.resume();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'states-'));
  calls = [];
  answer = ({ payload }) => payload;
  open();
});

afterEach(async () => {
  await machines.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const define = (definition: object) =>
  machines.define(machineArn, JSON.stringify({ QueryLanguage: 'JSONata', ...definition }));

const until = <T>(look: () => T | undefined | false): Promise<T> => eventually(look);

const ended = (arn: string) =>
  until(() => {
    const execution = machines.get(arn);
    return execution.status !== 'RUNNING' && execution;
  });

/** Waits for a complete other execution; what was due before it has then run. */
async function anotherRuns(): Promise<void> {
  const other = `${machineArn}-other`;
  const States = { Pass: { Type: 'Pass', Next: 'Done' }, Done: { Type: 'Succeed' } };
  machines.define(other, JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Pass', States }));
  await ended(machines.start(other, 'probe', {}).arn);
}

async function run(definition: object, input: Json = {}) {
  define(definition);
  return ended(machines.start(machineArn, 'run', input).arn);
}

const task = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
  ...more,
});

const callback = (more: object = {}) => ({
  StartAt: 'Ask',
  States: {
    Ask: task({
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ask',
        Payload: { token: '{% $states.context.Task.Token %}' },
      },
      End: true,
      ...more,
    }),
  },
});

async function tokenOf(index = 0) {
  const call = await until(() => calls[index]);
  return String(call.payload.token);
}

describe('a state machine', () => {
  test('hands the output of each state to the next and keeps its variables', async () => {
    const execution = await run(
      {
        StartAt: 'Count',
        States: {
          Count: {
            Type: 'Pass',
            Assign: { total: '{% $sum($states.input.numbers) %}' },
            Output: { doubled: '{% $states.input.numbers.($ * 2) %}' },
            Next: 'Call',
          },
          Call: task({ Output: '{% $states.result.Payload.doubled[1] + $total %}', End: true }),
        },
      },
      { numbers: [1, 2, 3] },
    );
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 10 });
  });

  test('takes the first choice that holds, else the default', async () => {
    const choose = {
      StartAt: 'Choose',
      States: {
        Choose: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.n > 10 %}', Next: 'Big', Output: '{% "big" %}' },
          ],
          Default: 'Small',
        },
        Big: { Type: 'Succeed' },
        Small: { Type: 'Fail', Error: 'Small', Cause: '{% "n is " & $states.input.n %}' },
      },
    };
    define(choose);
    const big = machines.start(machineArn, 'big', { n: 11 });
    const small = machines.start(machineArn, 'small', { n: 3 });
    expect(await ended(big.arn)).toMatchObject({ status: 'SUCCEEDED', output: 'big' });
    expect(await ended(small.arn)).toMatchObject({ status: 'FAILED', cause: 'n is 3' });
  });

  test('maps items in order, never more at once than MaxConcurrency', async () => {
    let running = 0;
    let most = 0;
    answer = async ({ payload }) => {
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
      return Number(payload.value) * 10;
    };
    const execution = await run(
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: '{% $states.input.items %}',
            ItemSelector: { value: '{% $states.context.Map.Item.Value %}' },
            MaxConcurrency: 2,
            ItemProcessor: {
              StartAt: 'Work',
              States: { Work: task({ Output: '{% $states.result.Payload %}', End: true }) },
            },
            End: true,
          },
        },
      },
      { items: [1, 2, 3, 4, 5] },
    );
    expect(execution.output).toEqual([10, 20, 30, 40, 50]);
    expect(most).toBe(2);
  });

  test('fails a Parallel state with the error of the branch that failed first', async () => {
    const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });
    const execution = await run({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            branch('Long', { Type: 'Wait', Seconds: 1000, End: true }),
            branch('Broken', { Type: 'Fail', Error: 'Broken' }),
          ],
          Catch: [
            { ErrorEquals: ['Broken'], Next: 'Done', Output: '{% $states.errorOutput.Error %}' },
          ],
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    });
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 'Broken' });
  });

  test('retries by name with back-off and then hands the error to the catcher', async () => {
    answer = () => {
      throw new FunctionError({ errorType: 'Flaky', errorMessage: 'not now' });
    };
    define({
      StartAt: 'Try',
      States: {
        Try: task({
          Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 60, MaxAttempts: 2, BackoffRate: 2 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End', Assign: { seen: true } }],
          End: true,
        }),
        End: { Type: 'Pass', Output: '{% $states.input.Error & $string($seen) %}', End: true },
      },
    });
    const { arn } = machines.start(machineArn, 'run', {});
    /** The next try has its instant only after the answer to the call. */
    async function hasFailed(times: number): Promise<void> {
      await until(() => calls.length === times && machines.get(arn).frame.resumeAt);
    }
    await hasFailed(1);
    clock.advance(59_000);
    await anotherRuns();
    expect(calls).toHaveLength(1);
    clock.advance(1_000);
    await hasFailed(2);
    clock.advance(120_000);
    expect(await ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: 'Flakytrue' });
    expect(calls).toHaveLength(3);
  });
});

describe('a timer', () => {
  const waits = (wait: object) => ({
    StartAt: 'Wait',
    States: { Wait: { Type: 'Wait', ...wait, End: true } },
  });

  test('of 60 days ends when the clock is moved past it, not before', async () => {
    define(waits({ Seconds: '{% 60 * 86400 %}' }));
    const { arn } = machines.start(machineArn, 'run', {});
    await until(() => machines.get(arn).frame.resumeAt);
    clock.advance(60 * day - 60_000);
    await anotherRuns();
    expect(machines.get(arn).status).toBe('RUNNING');
    clock.advance(60_000);
    expect((await ended(arn)).status).toBe('SUCCEEDED');
  });

  test('keeps its instant over a restart', async () => {
    define(waits({ Timestamp: '{% $fromMillis($millis() + 86400000) %}' }));
    const { arn } = machines.start(machineArn, 'run', {});
    const due = await until(() => machines.get(arn).frame.resumeAt);
    await reopen();
    expect(machines.get(arn).frame.resumeAt).toBe(due);
    clock.advance(day);
    expect((await ended(arn)).status).toBe('SUCCEEDED');
  });

  test('sees the moved clock in $millis() and $now()', async () => {
    clock.advance(30 * day);
    const execution = await run({
      StartAt: 'Now',
      States: {
        Now: { Type: 'Pass', Output: '{% [$millis(), $toMillis($now())] %}', End: true },
      },
    });
    for (const millis of execution.output as number[])
      expect(Math.abs(millis - Date.now() - 30 * day)).toBeLessThan(5_000);
  });
});

describe('a task that waits for its token', () => {
  test('goes on with the output sent for the token', async () => {
    define(callback());
    const { arn } = machines.start(machineArn, 'run', {});
    machines.settle(await tokenOf(), { output: { signed: true } });
    expect(await ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: { signed: true } });
  });

  test('is still waiting after a restart and takes the same token', async () => {
    define(callback());
    const { arn } = machines.start(machineArn, 'run', {});
    const token = await tokenOf();
    await until(() => machines.get(arn).frame.task?.delivered);
    await reopen();
    machines.settle(token, { output: 'late but right' });
    expect(await ended(arn)).toMatchObject({ output: 'late but right' });
    expect(calls).toHaveLength(1);
  });

  test('whose function was cut off by the restart has it called again with the same token', async () => {
    answer = () => new Promise(() => {});
    define(callback());
    machines.start(machineArn, 'run', {});
    const token = await tokenOf();
    await reopen();
    expect(await tokenOf(1)).toBe(token);
  });

  test('times out at TimeoutSeconds and then refuses the token', async () => {
    const name = (error: string) => `{% $states.errorOutput.Error = "${error}" %}`;
    const machine = callback({
      TimeoutSeconds: '{% 14 * 86400 %}',
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late', Output: name('States.Timeout') }],
    });
    define({ ...machine, States: { ...machine.States, Late: { Type: 'Succeed' } } });
    const { arn } = machines.start(machineArn, 'run', {});
    const token = await tokenOf();
    clock.advance(14 * day);
    expect(await ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: true });
    expect(() => machines.settle(token, { output: 1 })).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
  });

  test('takes one answer only, and no invented token', async () => {
    define(callback());
    machines.start(machineArn, 'run', {});
    const token = await tokenOf();
    machines.settle(token, { output: 1 });
    expect(() => machines.settle(token, { output: 2 })).toThrow(
      expect.objectContaining({ code: 'TaskTimedOut' }),
    );
    expect(() => machines.settle('invented', { output: 2 })).toThrow(
      expect.objectContaining({ code: 'TaskDoesNotExist' }),
    );
  });

  test('fails with the error sent for the token', async () => {
    define(callback());
    const { arn } = machines.start(machineArn, 'run', {});
    machines.settle(await tokenOf(), { error: 'Declined', cause: 'no' });
    expect(await ended(arn)).toMatchObject({ status: 'FAILED', error: 'Declined', cause: 'no' });
  });

  test('stays alive by heartbeats and ends without them', async () => {
    define(callback({ HeartbeatSeconds: 60 }));
    const { arn } = machines.start(machineArn, 'run', {});
    const token = await tokenOf();
    clock.advance(50_000);
    machines.heartbeat(token);
    clock.advance(50_000);
    await anotherRuns();
    expect(machines.get(arn).status).toBe('RUNNING');
    clock.advance(60_000);
    expect(await ended(arn)).toMatchObject({ error: 'States.HeartbeatTimeout' });
  });
});

describe('an execution', () => {
  const pass = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };

  test('is started once by name while it runs, and its name is never taken again', async () => {
    define(callback());
    const first = machines.start(machineArn, 'one', { id: 1 });
    expect(machines.start(machineArn, 'one', { id: 1 }).arn).toBe(first.arn);
    expect(calls.length).toBeLessThanOrEqual(1);
    expect(() => machines.start(machineArn, 'one', { id: 2 })).toThrow(
      expect.objectContaining({ code: 'ExecutionAlreadyExists' }),
    );
    machines.stop(first.arn, undefined, undefined);
    expect(() => machines.start(machineArn, 'one', { id: 1 })).toThrow(
      expect.objectContaining({ code: 'ExecutionAlreadyExists' }),
    );
  });

  test('goes on with the definition it was started with', async () => {
    define(callback({ Output: '{% "old" %}' }));
    const { arn } = machines.start(machineArn, 'run', {});
    const token = await tokenOf();
    define(pass);
    await reopen();
    machines.settle(token, { output: 1 });
    expect(await ended(arn)).toMatchObject({ output: 'old' });
  });

  test('that is stopped stays stopped', async () => {
    define(callback());
    const { arn } = machines.start(machineArn, 'run', {});
    await tokenOf();
    machines.stop(arn, 'Void', 'withdrawn');
    await reopen();
    expect(machines.get(arn)).toMatchObject({ status: 'ABORTED', error: 'Void' });
  });

  test('times out as a whole', async () => {
    define({ ...callback(), TimeoutSeconds: 3600 });
    const { arn } = machines.start(machineArn, 'run', {});
    await tokenOf();
    clock.advance(3_600_000);
    expect(await ended(arn)).toMatchObject({ status: 'TIMED_OUT' });
  });
});

test('what chance decides can happen again: names, tokens, jitter, and what expressions draw', async () => {
  await machines.close();
  store.close();
  let drawn = 0;
  open({ fraction: () => 0.25, uuid: () => `uuid-${++drawn}` });
  const retry = { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 40, MaxAttempts: 1 };
  define({
    StartAt: 'Draw',
    States: {
      Draw: {
        Type: 'Pass',
        Output: '{% { "id": $uuid(), "part": $random(), "order": $shuffle([1, 2, 3]) } %}',
        Next: 'Ask',
      },
      Ask: { ...callback().States.Ask, Retry: [{ ...retry, JitterStrategy: 'FULL' }] },
    },
  });
  const { arn, name } = machines.start(machineArn, undefined, {});
  expect([name, await tokenOf()]).toEqual(['uuid-1', 'uuid-3']);
  const drawnThere = { id: 'uuid-2', part: 0.25, order: [1, 2, 3] };
  expect(machines.get(arn).frame.input).toEqual(drawnThere);
  const failedAt = clock.now();
  machines.settle('uuid-3', { error: 'Busy', cause: '' });
  const { resumeAt } = (await until(
    () => machines.get(arn).frame.resumeAt && machines.get(arn).frame,
  )) as { resumeAt: number };
  expect(resumeAt - failedAt).toBeGreaterThanOrEqual(10_000);
  expect(resumeAt - failedAt).toBeLessThan(40_000);
  clock.advance(11_000);
  expect(await tokenOf(1)).toBe('uuid-4');
});

describe('a definition is refused', () => {
  const refused: [string, object][] = [
    ['in JSONPath', { QueryLanguage: 'JSONPath' }],
    [
      'with a service integration that is not imitated',
      {
        StartAt: 'A',
        States: { A: task({ Resource: 'arn:aws:states:::dynamodb:putItem', End: true }) },
      },
    ],
    [
      'with a field that is not imitated',
      { StartAt: 'A', States: { A: task({ Credentials: {}, End: true }) } },
    ],
    [
      'with a broken expression',
      { StartAt: 'A', States: { A: { Type: 'Pass', Output: '{% $sum( %}', End: true } } },
    ],
    ['with a transition to nowhere', { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } }],
  ];
  test.each(refused)('%s', (_, definition) => {
    expect(() => define(definition)).toThrow();
  });
});
