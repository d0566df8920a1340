import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDeliver } from '../../functions/deliver/deliver.ts';
import { makeFeedback } from '../../functions/feedback/feedback.ts';
import { makeIntake } from '../../functions/intake/intake.ts';
import { makeExpire } from '../../functions/invite/expire.ts';
import { makeInvite } from '../../functions/invite/invite.ts';
import { makeAwait } from '../../functions/invite/wait.ts';
import { makePurge } from '../../functions/purge/purge.ts';
import { eventOf } from '../../functions/relay/event-of.ts';
import { makeSeal } from '../../functions/seal/seal.ts';
import type { Json } from '../../infra/local/json.ts';
import { Store } from '../../infra/local/state/store.ts';
import { StateMachines } from '../../infra/local/state-machine/state-machines.ts';
import { Clock } from '../../infra/local/time/clock.ts';
import { addedEntry } from '../../shared/aws/ledger/dynamo-stream.ts';
import { eventDetail } from '../../shared/contract/events.ts';
import { FollowedLog, TextFailure } from '../../shared/contract/feedback.ts';
import {
  DeliverResult,
  DeliverTask,
  IntakeEvent,
  IntakeResult,
  InviteResult,
  InviteTask,
  PurgeResult,
  PurgeTask,
  SealResult,
  SealTask,
} from '../../shared/contract/tasks.ts';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import * as intake from '../../shared/pdf/intake/intake.ts';
import { followedLines } from '../../shared/runtime/followed-lines.ts';
import type { StreamRecord } from '../../shared/runtime/stream-pipeline.ts';
import { NEVER } from '../fixtures/memory/expiring-rows.ts';
import { type Journey, type Recording, recordings } from './recording.ts';
import { type Restored, restored, upToLast } from './restored.ts';

type Parses = { parse(value: unknown): unknown };

/** Task contracts by the prefix of the function's name in CloudFormation. */
const TASKS: Record<string, readonly [Parses, Parses]> = {
  TasksIntake: [IntakeEvent, IntakeResult],
  TasksInvite: [InviteTask, InviteResult],
  TasksSeal: [SealTask, SealResult],
  TasksDeliver: [DeliverTask, DeliverResult],
  TasksPurge: [PurgeTask, PurgeResult],
};

/** In the first releases `deliver` received mail events; now `feedback` does. */
const isHeard = ({ function: name, payload }: Recording['invocations'][number]) =>
  name.includes('TasksFeedback') ||
  (name.includes('TasksDeliver') && !('operation' in (payload as object)));

const taskOf = (name: string) => Object.keys(TASKS).find((task) => name.includes(task));

/** A clock at a recorded instant, stopped until it is set. */
class RecordedClock extends Clock {
  readonly #start: number;

  constructor(store: Store, start: string) {
    super(store);
    this.#start = Date.parse(start);
  }

  override now(): number {
    return this.#start + this.offset;
  }
}

let folder: string;
let store: Store;
let machines: StateMachines | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'released-'));
  store = new Store(join(folder, 'state.db'));
});

afterEach(async () => {
  await machines?.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const ARN = 'arn:aws:states:eu-west-1:000000000000:stateMachine:released';

/** Today's functions, called by a recorded workflow. */
function functionsOver(ports: Restored, settle: (token: string, outcome: string) => void) {
  const workflow = {
    resume: async (token: string, outcome: string) => {
      settle(token, outcome);
      return true;
    },
  };
  const prepare = makeIntake({ ...ports, parser: intake });
  const invite = makeInvite({ ...ports, workflow }, ports.brand);
  const expire = makeExpire(ports);
  const wait = makeAwait({ ...ports, workflow });
  const deliver = makeDeliver(ports, { brand: ports.brand, verifierUrl: ports.verifierUrl });
  const purge = makePurge(ports);
  const seal = makeSeal(ports);
  const functions: Record<string, (payload: Json) => Promise<unknown>> = {
    TasksIntake: (payload) => prepare(IntakeEvent.parse(payload)),
    TasksInvite: async (payload) => {
      const task = InviteTask.parse(payload);
      if (task.operation === 'await') return wait(task);
      return task.operation === 'invite' ? invite(task) : expire(task);
    },
    TasksSeal: (payload) => seal(SealTask.parse(payload)),
    TasksDeliver: (payload) => deliver(DeliverTask.parse(payload)),
    TasksPurge: (payload) => purge(PurgeTask.parse(payload)),
  };
  return async (name: string, payload: Json): Promise<Json> => {
    const task = taskOf(name)!;
    const answer = await functions[task]!(payload);
    return answer === undefined ? null : (TASKS[task]![1].parse(answer) as Json);
  };
}

/** Runs the recorded definition over one journey's ledger, cut after `upTo` entries. */
function execution(recording: Recording, journey: Journey, upTo: number) {
  const restoredPorts = restored(recording, journey, upTo);
  const clock = new RecordedClock(store, recording.at.running);
  const ports = {
    ...restoredPorts,
    clock: { now: () => new Date(clock.now()) },
  } as never as Restored;
  const settle = (token: string, outcome: string) =>
    machines!.settle(token, { output: { outcome } });
  machines = new StateMachines(store, clock, functionsOver(ports, settle));
  machines.define(ARN, recording.workflow);
  const envelopeId = recording.id(journey);
  const { arn } = machines.start(ARN, envelopeId, { envelopeId });
  const standsAt = (state: string) =>
    expect.poll(() => machines!.get(arn).frame.state, { message: state }).toBe(state);
  const isInvited = (times: number) =>
    expect
      .poll(async () => {
        const entries = await ports.ledger.entries(envelopeId);
        return entries.filter(({ type }) => type === 'invited').length;
      })
      .toBe(times);
  const ended = () => expect.poll(() => machines!.get(arn).status).toBe('SUCCEEDED');
  return { ports, clock, envelopeId, standsAt, isInvited, ended };
}

const DAY_MS = 86_400_000;

describe.each(recordings())('the workflow of $version', (recording) => {
  it('asks today’s functions what they take', () => {
    const asked = recording.invocations.filter((it) => taskOf(it.function) && !isHeard(it));
    for (const { function: name, payload } of asked) {
      const [Task] = TASKS[taskOf(name)!]!;
      const isTask = 'operation' in (payload as object);
      expect(Task.parse(payload)).toMatchObject(isTask ? (payload as object) : {});
    }
    const operations = asked.map(({ payload }) => (payload as { operation?: string }).operation);
    expect(new Set(operations.filter(Boolean))).toEqual(
      new Set([
        ...['prepare', 'invite', 'expire', 'append', 'close', 'deliver', 'purge'],
        'renew-revocation-list',
      ]),
    );
  });

  it('goes on after the last signature to the purge', async () => {
    const upTo = upToLast(recording, 'completed', 'signed');
    const run = execution(recording, 'completed', upTo);
    await run.standsAt('Keep');
    expect((await run.ports.ledger.load(run.envelopeId)).status).toBe('completed');
    run.clock.advance(14 * DAY_MS);
    await run.ended();
    const { status } = await run.ports.ledger.load(run.envelopeId);
    expect(status).toBe('purged');
    const left = [...run.ports.documents.objects.keys()].filter((key) =>
      key.includes(run.envelopeId),
    );
    expect(left).toEqual([]);
  });

  it('reminds, expires and purges what nobody opens', async () => {
    const upTo = upToLast(recording, 'unopened', 'prepared');
    const run = execution(recording, 'unopened', upTo);
    await run.isInvited(1);
    run.clock.advance(3 * DAY_MS);
    await run.isInvited(2);
    run.clock.advance(4 * DAY_MS);
    await run.isInvited(3);
    run.clock.advance(7 * DAY_MS);
    await run.standsAt('Keep');
    expect((await run.ports.ledger.load(run.envelopeId)).status).toBe('expired');
    run.clock.advance(14 * DAY_MS);
    await run.ended();
  });
});

describe.each(recordings())('what was under way in $version', (recording) => {
  const records = recording.invocations
    .filter(({ payload }) => 'Records' in (payload as object))
    .flatMap(({ payload }) => (payload as unknown as { Records: StreamRecord[] }).Records);
  const added = records
    .filter(({ eventName }) => eventName === 'INSERT')
    .map(addedEntry) as Entry[];
  const ledgerWith = (envelopeId: string) =>
    [...recording.ledgers.values()].find(({ entries }) => entries[0]!.envelopeId === envelopeId)!
      .entries;

  it('comes from the stream as the entry that was written', () => {
    const types = new Set<string>();
    for (const entry of added) {
      expect(entry).toEqual(ledgerWith(entry.envelopeId)[entry.seq]);
      types.add(entry.type);
    }
    const all = [...recording.ledgers.values()].flatMap(({ entries }) => entries);
    expect(types).toEqual(new Set(all.map(({ type }) => type)));
  });

  it('is told to the world in the shape that is published', () => {
    for (const entry of added) {
      const envelope: Envelope = folded(ledgerWith(entry.envelopeId).slice(0, entry.seq + 1));
      const event = eventOf(entry, envelope);
      if (event) expect(eventDetail(event.type).parse(event.detail)).toEqual(event.detail);
    }
  });

  it('is known to have failed when its carrier says so', async () => {
    const events = recording.invocations.filter(isHeard).map(({ payload }) => payload);
    const first = recording.ledgers
      .get('eventful')!
      .entries.findIndex(({ type }) => type === 'delivery.failed');
    const ports = restored(recording, 'eventful', first);
    const text = {
      envelopeId: recording.id('eventful'),
      party: 'client',
      notice: 'invitation',
    } as const;
    for (const event of events.filter((it) => FollowedLog.safeParse(it).success))
      for (const { notification } of followedLines(FollowedLog.parse(event), TextFailure))
        await ports.sentTexts.put(notification.messageId, text, NEVER);
    const feedback = makeFeedback(
      { ...ports, mailTo: async () => {}, listUrl: '' },
      { linesOf: followedLines, onOutcome: () => {} },
    );
    for (const event of [...events, ...events]) await feedback(event);
    const entries = await ports.ledger.entries(recording.id('eventful'));
    expect(entries.slice(first).map(({ data }) => data)).toMatchObject([
      { to: 'director', notice: 'invitation', round: 0 },
      { to: 'client', notice: 'invitation', round: 0 },
    ]);
  });
});
