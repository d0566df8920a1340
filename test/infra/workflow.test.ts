import aslValidator from 'asl-validator';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { workflowDefinition } from '../../infra/constructs/workflow/workflow-definition.ts';
import { LONG_RETRY, SHORT_RETRY } from '../../infra/constructs/workflow/workflow-retries.ts';
import { Synthesized } from './synthesized.ts';

const arn = (name: string) => `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;
const definition = workflowDefinition(
  {
    intake: arn('intake'),
    invite: arn('invite'),
    seal: arn('seal'),
    deliver: arn('deliver'),
    purge: arn('purge'),
  },
  104,
);
const outer = definition.States;
const ceremony = outer.Turn.ItemProcessor.States;

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
  readonly IntervalSeconds?: number;
  readonly MaxDelaySeconds?: number;
}

const DAY = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00.000Z');
const at = (days: number) => new Date(start + days * DAY).toISOString();

/** Evaluates JSONata as Step Functions does, with the given variables and a stopped clock. */
async function evaluate(template: unknown, variables: object, now = start) {
  const source = /^\{%(.*)%\}$/s.exec(String(template))?.[1];
  if (source === undefined) throw new Error(`No expression: ${template}`);
  const expression = jsonata(source);
  expression.registerFunction('millis', () => now, '<:n>');
  return expression.evaluate({}, variables as Record<string, unknown>);
}

function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('{%') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(expressionsIn);
}

describe('the definition', () => {
  test('is valid Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(definition);
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  test('holds only expressions that JSONata can read', () => {
    const expressions = expressionsIn(definition);
    expect(expressions.length).toBeGreaterThan(25);
    for (const expression of expressions)
      expect(() => jsonata(expression.slice(2, -2))).not.toThrow();
  });

  test('is the one that is deployed, Standard, with the functions in place', () => {
    const app = new Synthesized();
    const { DefinitionString, StateMachineType } = app.one(
      'StepFunctions::StateMachine',
      'Workflow',
    ).Properties;
    expect(StateMachineType).toBe('STANDARD');
    const deployed = app.read(DefinitionString);
    const named = (name: string) => `${app.one('Lambda::Function', `Tasks${name}`).id}.Arn`;
    expect(JSON.parse(deployed)).toEqual(
      workflowDefinition(
        {
          intake: named('Intake'),
          invite: named('Invite'),
          seal: named('Seal'),
          deliver: named('Deliver'),
          purge: named('Purge'),
        },
        104,
      ),
    );
  });

  test('tries again what may pass, and never a rule that said no', () => {
    const tasks = [...Object.values(outer), ...Object.values(ceremony)].flatMap((state) =>
      'Retry' in state ? [state as { Retry: readonly Retrier[] }] : [],
    );
    expect(tasks).toHaveLength(7);
    for (const { Retry } of tasks) {
      expect(Retry[0]).toEqual({ ErrorEquals: ['Refusal', 'Malformed'], MaxAttempts: 0 });
      expect(Retry[1]?.ErrorEquals).toContain('States.TaskFailed');
    }
    expect(ceremony.Invite.Retry[1]?.ErrorEquals).toEqual(['States.TaskFailed']);
  });

  test('lets no failure of a message end a wait', () => {
    for (const state of [ceremony.Invite, ceremony['Wait unsent'], ceremony['Send later']])
      expect(state.Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
  });

  test('tries as long as it says: full jitter halves what the pauses add up to', () => {
    function minutes(retry: readonly Retrier[]) {
      const { IntervalSeconds = 0, MaxAttempts, MaxDelaySeconds = 0 } = retry[1]!;
      const pauses = Array.from({ length: MaxAttempts }, (_, tries) =>
        Math.min(IntervalSeconds * 2 ** tries, MaxDelaySeconds),
      );
      return pauses.reduce((sum, pause) => sum + pause, 0) / 2 / 60;
    }
    expect(minutes(SHORT_RETRY as Retrier[])).toBeCloseTo(5, 0);
    expect(minutes(LONG_RETRY as Retrier[]) / 60 / 24).toBeCloseTo(7, 1);
  });
});

describe('what could not be sent', () => {
  const pause = async (minutesFailed: number, deadline = at(60)) =>
    (await evaluate(
      ceremony['Wait unsent'].TimeoutSeconds,
      { deadline, states: { input: { failingSince: start } } },
      start + minutesFailed * 60_000,
    )) / 60;

  test('is tried again after as long as it has failed, from five minutes to three hours', async () => {
    expect(await pause(0)).toBe(5);
    expect(await pause(12)).toBe(12);
    expect(await pause(24 * 60)).toBe(180);
    expect(await pause(48 * 60)).toBe(180);
  });

  test('and beyond two days after a sixteenth of that time', async () => {
    expect(await pause(16 * 24 * 60)).toBe(24 * 60);
  });

  test('but never after the deadline', async () => {
    expect(await pause(24 * 60, at(1.0625))).toBe(90);
    expect(await pause(24 * 60, at(1))).toBe(1 / 60);
  });

  test('counts from its first failure, until a message goes', async () => {
    const failingAfter = async (template: string, input: object, now: number) =>
      (await evaluate(template, { states: { input, result: { outcome: 'again' } } }, now))
        .failingSince;
    const [, failed] = ceremony.Invite.Catch;
    const first = await failingAfter(failed!.Output, { party: 'a', failingSince: 0 }, start);
    expect(first).toBe(start);
    const later = start + 60_000;
    expect(await failingAfter(failed!.Output, { party: 'a', failingSince: first }, later)).toBe(
      start,
    );
    expect(
      await failingAfter(ceremony.Invite.Output, { party: 'a', failingSince: first }, later),
    ).toBe(0);
    const asked = { party: 'a', failingSince: first };
    expect(await failingAfter(ceremony['Wait unsent'].Output, asked, later)).toBe(start);
  });

  test('gives each wait an order that grows, through tries and redrives', async () => {
    const order = (EnteredTime: string, RetryCount: number, RedriveTime?: string) =>
      evaluate(ceremony.Invite.Arguments.Payload.order, {
        states: {
          context: {
            State: { EnteredTime, RetryCount },
            Execution: { ...(RedriveTime && { RedriveTime }) },
          },
        },
      });
    const orders = [
      await order(at(0), 0),
      await order(at(0), 3),
      await order('2026-03-02T09:00:00.001Z', 0),
      await order(at(0), 0, at(5)),
      await order(at(6), 0, at(5)),
    ];
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
    expect(new Set(orders).size).toBe(5);
  });
});

describe('a party’s wait', () => {
  const wait = (now: number, { invited = start, reminders = [3, 7], deadline = at(14) } = {}) =>
    evaluate(
      ceremony.Invite.TimeoutSeconds,
      { deadline, reminderDays: reminders, states: { input: { invitedMillis: invited } } },
      now,
    );

  test('lasts until the first reminder', async () => {
    expect(await wait(start)).toBe((3 * DAY) / 1000);
  });

  test('then until the next, and then until the deadline', async () => {
    expect(await wait(start + 3 * DAY)).toBe((4 * DAY) / 1000);
    expect(await wait(start + 7 * DAY)).toBe((7 * DAY) / 1000);
  });

  test('does not send a reminder twice when the clock is a moment early', async () => {
    expect(await wait(start + 3 * DAY - 400)).toBe((4 * DAY) / 1000 + 1);
  });

  test('is rounded up, so that the instant has come when it ends', async () => {
    expect(await wait(start + 1)).toBe((3 * DAY) / 1000);
    expect(await wait(start + 14 * DAY - 1500)).toBe(2);
  });

  test('is never shorter than a second', async () => {
    expect(await wait(start + 20 * DAY)).toBe(1);
  });

  test('ends at the deadline if there are no reminders, or only later ones', async () => {
    expect(await wait(start, { reminders: [] })).toBe((14 * DAY) / 1000);
    expect(await wait(start, { reminders: [30] })).toBe((14 * DAY) / 1000);
  });

  test('counts days from the party’s own invitation', async () => {
    expect(await wait(start + 5 * DAY, { invited: start + 5 * DAY })).toBe((3 * DAY) / 1000);
  });

  test('is over at the deadline, not before', async () => {
    const Condition = ceremony['Deadline passed?'].Choices[0]?.Condition;
    expect(await evaluate(Condition, { deadline: at(14) }, start + 14 * DAY)).toBe(true);
    expect(await evaluate(Condition, { deadline: at(14) }, start + 14 * DAY - 1)).toBe(false);
  });
});

describe('the turns', () => {
  async function prepared(payload: object) {
    const states = {
      input: { envelopeId: 'E' },
      result: { Payload: { running: true, deadline: at(14), reminderDays: [3], ...payload } },
    };
    const entries = Object.entries(outer.Prepare.Assign).map(async ([name, value]) => [
      name,
      typeof value === 'string' ? await evaluate(value, { states }) : value,
    ]);
    return Object.fromEntries(await Promise.all(entries));
  }
  async function next(variables: object) {
    for (const { Condition, Next } of outer['Next turn?'].Choices)
      if ((await evaluate(Condition, variables)) === true) return Next;
    return outer['Next turn?'].Default;
  }
  const parties = (variables: object) => evaluate(outer.Turn.Items, variables);

  test('are worked off one after the other, and then the document is closed', async () => {
    const variables = await prepared({ turns: [['director'], ['client1', 'client2']] });
    expect(await next(variables)).toBe('Turn');
    expect(await parties(variables)).toEqual(['director']);
    expect(await next({ ...variables, turn: 1 })).toBe('Turn');
    expect(await parties({ ...variables, turn: 1 })).toEqual(['client1', 'client2']);
    expect(await next({ ...variables, turn: 2 })).toBe('Close');
  });

  test('may be one, of one party or of two', async () => {
    const one = await prepared({ turns: [['director']] });
    expect([await next(one), await parties(one)]).toEqual(['Turn', ['director']]);
    expect(await next({ ...one, turn: 1 })).toBe('Close');
    const two = await prepared({ turns: [['a', 'b']] });
    expect([await next(two), await parties(two)]).toEqual(['Turn', ['a', 'b']]);
    expect(await next({ ...two, turn: 1 })).toBe('Close');
  });

  test('keep the reminders as a list, whether there are none, one or more', async () => {
    for (const reminderDays of [[], [3], [3, 7]])
      expect((await prepared({ turns: [['a']], reminderDays })).reminderDays).toEqual(reminderDays);
  });

  test('are over when the envelope ended before it was prepared', async () => {
    const variables = await prepared({ running: false, turns: [['director']] });
    expect(await parties(variables)).toEqual([]);
    const running = await evaluate(outer.Turn.Assign.running, {
      ...variables,
      states: { result: [] },
    });
    expect(await next({ ...variables, turn: 1, running })).toBe('Deliver');
  });

  test('wait for nobody where all have signed before: the document is closed at once', async () => {
    const variables = await prepared({ turns: [] });
    expect(await parties(variables)).toEqual([]);
    expect(await next({ ...variables, turn: 1 })).toBe('Close');
  });

  test('are over when any party’s wait ended without a signature', async () => {
    const turnOf = async (result: readonly string[]) => ({
      turns: [['a', 'b'], ['c']],
      turn: await evaluate(outer.Turn.Assign.turn, { turn: 0 }),
      running: await evaluate(outer.Turn.Assign.running, { running: true, states: { result } }),
    });
    expect(await next(await turnOf(['signed', 'signed']))).toBe('Turn');
    expect(await next(await turnOf(['signed', 'ended']))).toBe('Deliver');
    expect(await next(await turnOf(['ended']))).toBe('Deliver');
    expect(await next(await turnOf(['signed']))).toBe('Turn');
  });
});

describe('how a wait begins', () => {
  async function begun(invited: object) {
    const states = { context: { Map: { Item: { Value: 'a' } } } };
    const { party, invitedMillis } = outer.Turn.ItemSelector;
    return [
      await evaluate(party, { invited, states }),
      await evaluate(invitedMillis, { invited, states }, start),
    ];
  }

  test('with the party, and now, or when an execution before invited it', async () => {
    expect(await begun({})).toEqual(['a', start]);
    expect(await begun({ b: at(-2) })).toEqual(['a', start]);
    expect(await begun({ a: at(-2), b: at(-1) })).toEqual(['a', start - 2 * DAY]);
  });

  test('and a reminder is named after its day', async () => {
    const input = { party: 'a', invitedMillis: start, notice: 'invitation' };
    const variables = { reminderDays: [3, 7], states: { input } };
    const reminded = await evaluate(ceremony.Remind.Output, variables, start + 7 * DAY - 400);
    expect(reminded).toEqual({ ...input, notice: 'reminder', occasion: 'reminder-7' });
  });
});

describe('how a wait ends', () => {
  async function route(outcome: string) {
    const choice = ceremony['How did it end?'];
    for (const { Condition, Next } of choice.Choices)
      if (await evaluate(Condition, { states: { input: { outcome } } })) return Next;
    return choice.Default;
  }

  test('a signature is appended, a re-sent link goes on waiting, an end ends', async () => {
    expect(await route('signed')).toBe('Append');
    expect(await route('again')).toBe('Invite again');
    expect(await route('ended')).toBe('Ended');
  });

  test('after its signature is appended it counts as signed, unless the envelope ended', async () => {
    const output = (outcome: string) =>
      evaluate(ceremony.Append.Output, { states: { result: { Payload: { outcome } } } });
    expect(await output('done')).toBe('signed');
    expect(await output('ended')).toBe('ended');
  });
});
