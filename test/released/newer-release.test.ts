import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { makeDeliver } from '../../functions/deliver/deliver.ts';
import { makeRecord } from '../../functions/feedback/record.ts';
import { makeIntake } from '../../functions/intake/intake.ts';
import { makeExpire } from '../../functions/invite/expire.ts';
import { makeInvite } from '../../functions/invite/invite.ts';
import { makeAwait } from '../../functions/invite/wait.ts';
import { makeForget } from '../../functions/purge/forget.ts';
import { makePurge } from '../../functions/purge/purge.ts';
import { makeProject } from '../../functions/relay/project.ts';
import { makePublish } from '../../functions/relay/publish.ts';
import { makeRelay } from '../../functions/relay/relay.ts';
import { makeRepair } from '../../functions/relay/repair.ts';
import { makeSweep } from '../../functions/relay/sweep.ts';
import { makeSeal } from '../../functions/seal/seal.ts';
import { makeChangeOwn } from '../../functions/sender/access/change-own.ts';
import { retainedLedger } from '../../functions/sender/access/retained-ledger.ts';
import { makeShow } from '../../functions/sender/reading/show.ts';
import { makeVoid } from '../../functions/sender/steering/void.ts';
import { OwnValues } from '../../shared/contract/sender/own-values.ts';
import { SavedLayout } from '../../shared/contract/sender/saved-layout.ts';
import { storedAs, storedJson } from '../../shared/contract/stored.ts';
import { IntakeEvent, InviteTask, SealTask, SweepEvent } from '../../shared/contract/tasks.ts';
import { PublicRecord } from '../../shared/contract/verifier.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import * as intake from '../../shared/pdf/intake/intake.ts';
import { guardPlan, openPlan } from '../../shared/pdf/revision/guarded-plan.ts';
import { isPassing } from '../../shared/runtime/passing-fault.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { lambdaContext } from '../fixtures/http-event.ts';
import { memoryMacKey } from '../fixtures/memory/keys.ts';
import { Browser, signerDoor } from '../fixtures/signer-door.ts';
import { type Recording, recordings } from './recording.ts';
import { restored } from './restored.ts';

const RETENTION = { evidenceYears: 10, draftDays: 60 };
const NEWER = { name: 'NewerRelease', code: 'newer_release' };

/** A ledger as a future release may leave it before a rollback. */
const TOMORROW: Readonly<Record<string, (entries: readonly Entry[]) => unknown[]>> = {
  'a further entry of an unknown type': (entries) => [
    ...entries,
    { ...entries.at(-1)!, seq: entries.length, type: 'witnessed', data: { by: 'notary' } },
  ],
  'its last entry in a new form': (entries) => [
    ...entries.slice(0, -1),
    { ...entries.at(-1)!, version: 2, data: { all: ['is', 'elsewhere'] } },
  ],
  'its first entry under another name': ([first, ...rest]) => [
    { ...first!, type: 'envelope.created' },
    ...rest,
  ],
  'a type that is called like a property of every object': (entries) => [
    ...entries.slice(0, -1),
    { ...entries.at(-1)!, type: 'constructor' },
  ],
};

function deployment(recording: Recording, make: (entries: readonly Entry[]) => unknown[]) {
  const journey = 'lastSignature';
  const ports = { ...restored(recording, journey), codes: memoryMacKey() };
  const entries = make(recording.ledgers.get(journey)!.entries) as Entry[];
  ports.ledger.restore(entries);
  return { ports, entries, id: recording.id(journey) };
}

type Deployment = ReturnType<typeof deployment>;

const projectOf = ({ ports }: Deployment) =>
  makeProject(ports, { company: 'Rossi', showTitle: false, retention: RETENTION });

const asked = (id: string) =>
  ({
    path: { id },
    caller: { subject: 'employee', email: 'a@b.it', name: 'A', isAdministrator: true },
    language: 'it',
    body: {},
  }) as never;

/** Every reader of ledgers, by function or task. */
const READERS: Readonly<Record<string, (at: Deployment) => Promise<unknown>>> = {
  'sender, that shows': ({ ports, id }) => {
    const ledger = retainedLedger(ports.ledger, RETENTION, ports.clock);
    return makeShow({ ...ports, ledger }, { VERIFIER_URL: ports.verifierUrl })(asked(id));
  },
  'sender, that changes': ({ ports, id }) => {
    const show = makeShow(ports, { VERIFIER_URL: ports.verifierUrl });
    return makeVoid(makeChangeOwn(ports, show))(asked(id));
  },
  'intake, that prepares': ({ ports, id }) =>
    makeIntake({ ...ports, parser: intake })({ operation: 'prepare', envelopeId: id }),
  'intake, that checks': ({ ports, id }) =>
    makeIntake({ ...ports, parser: intake })({
      'detail-type': 'Object Created',
      detail: { object: { key: `uploads/documents/${id}/1.pdf` } },
    }),
  'invite, that writes': ({ ports, id }) => makeInvite(ports, ports.brand)(wait(id, 'invite')),
  'invite, that waits': ({ ports, id }) => makeAwait(ports)(wait(id, 'await')),
  'invite, that expires': ({ ports, id }) =>
    makeExpire(ports)({ operation: 'expire', envelopeId: id }),
  'seal, that appends': ({ ports, id }) => makeSeal(ports)({ operation: 'append', envelopeId: id }),
  'seal, that closes': ({ ports, id }) => makeSeal(ports)({ operation: 'close', envelopeId: id }),
  deliver: ({ ports, id }) => makeDeliver(ports, ports)({ operation: 'deliver', envelopeId: id }),
  purge: ({ ports, id }) => makePurge(ports)({ operation: 'purge', envelopeId: id }),
  forget: ({ ports, id }) => forgetting(ports, [id], []),
  feedback: ({ ports, id }) =>
    makeRecord(ports)({
      envelopeId: id,
      to: 'client',
      notice: 'invitation',
      reason: 'bounced',
    } as never),
  relay: (at) => makeRelay(at.ports, projectOf(at))(at.entries.at(-1)!),
  publish: (at) => makePublish(at.ports, projectOf(at))(at.entries.at(-1)!),
  'the sweep, that repairs': (at) => makeRepair(at.ports, projectOf(at), isPassing)(at.id),
};

const wait = (envelopeId: string, operation: 'invite' | 'await') =>
  ({
    ...{ operation, envelopeId, party: 'client', taskToken: 'token', order: 1 },
    ...{ notice: 'invitation', occasion: 'invitation' },
  }) as never;

type Ports = Deployment['ports'];

const forgetting = (ports: Ports, drafts: string[], removed: string[]) => {
  const evidence = {
    endedDrafts: async function* () {
      yield* drafts;
    },
    untouchedSince: async function* () {},
    remove: async (ids: readonly string[]) => void removed.push(...ids),
  };
  return makeForget({ ...ports, evidence }, RETENTION)();
};

const fault = (reading: Promise<unknown>) =>
  reading.then(
    (answer) => expect.fail(`was read: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );

describe.each(recordings())(
  'a release that took the place of a newer one, from $version',
  (it_) => {
    describe.each(Object.entries(TOMORROW))('finds %s', (_, make) => {
      it.each(Object.entries(READERS))('%s', async (__, read) => {
        const at = deployment(it_, make);
        const error = await fault(read(at));
        expect(error).toMatchObject(NEWER);
        expect(isPassing(error)).toBe(true);
        expect(await at.ports.ledger.newestSeq(at.id)).toBe(at.entries.length - 1);
        expect([at.ports.mailer.sent, at.ports.workflow.resumed]).toEqual([[], []]);
      });

      it('signer, to whom its page says so', async () => {
        const { ports, id } = deployment(it_, make);
        ports.links.find = async () => ({ envelopeId: id, party: 'client', round: 0 });
        const browser = new Browser(signerDoor(ports as never));
        const { status, body } = await browser.open('A'.repeat(43));
        expect([status, body.code]).toEqual([503, 'newer_release']);
      });
    });

    it('repairs all that it can read', async () => {
      const at = deployment(it_, TOMORROW['a further entry of an unknown type']!);
      const readable = restored(it_, 'unopened');
      const sound = it_.id('unopened');
      at.ports.ledger.restore(await readable.ledger.entries(sound));
      await projectOf(at)(await at.ports.ledger.load(sound));
      const row = at.ports.envelopes.rows.get(sound)!;
      at.ports.envelopes.rows.set(at.id, { ...row, id: at.id, dueAt: '2000-01-01T00:00:00.000Z' });
      at.ports.envelopes.rows.set(sound, { ...row, dueAt: '2000-01-02T00:00:00.000Z' });
      const faults: unknown[] = [];
      const always = () => true;
      const report = await makeSweep(at.ports, {
        repair: makeRepair(at.ports, projectOf(at), isPassing),
        compare: async () => {},
        onFault: (id, error) => faults.push([id, error]),
        hasTime: { overdue: always, regroup: always, words: always, compare: always },
      })();
      expect(report.seen).toBe(2);
      expect(faults).toMatchObject([[at.id, NEWER]]);
      expect(at.ports.workflow.executions.has(sound)).toBe(true);
    });

    it('forgets all that it can read, and then says what it kept', async () => {
      const at = deployment(it_, TOMORROW['its last entry in a new form']!);
      const draft = it_.id('draft');
      at.ports.ledger.restore(it_.ledgers.get('draft')!.entries);
      const removed: string[] = [];
      expect(await fault(forgetting(at.ports, [at.id, draft], removed))).toMatchObject(NEWER);
      expect(removed).toEqual([draft]);
    });
  },
);

describe('a task', () => {
  const run = (schema: z.core.$ZodType, payload: unknown) =>
    taskPipeline(schema, z.unknown(), async () => 'run')(payload, lambdaContext);

  it.each([
    ['of another operation', InviteTask, { operation: 'witness', envelopeId: 'e' }],
    ['of a further version', SealTask, { operation: 'append', envelopeId: 'e', version: 2 }],
    ['in other words', InviteTask, { operation: 'expire', envelopes: ['e'] }],
    ['among events', IntakeEvent, { operation: 'compare', envelopeId: 'e' }],
    ['of the schedule', SweepEvent, { version: 2 }],
  ] as const)('%s is tried again', async (_, schema, payload) => {
    await expect(run(schema, payload)).rejects.toMatchObject({ name: 'NewerRelease' });
  });

  it.each([
    ['of version 1', { operation: 'append', envelopeId: 'e', version: 1 }],
    ['of no version', { operation: 'append', envelopeId: 'e' }],
  ])('%s is run', async (_, payload) => {
    expect(await run(SealTask, payload)).toBe('run');
  });
});

describe('what lies in storage', () => {
  const bytes = (stored: unknown) => Buffer.from(JSON.stringify(stored));

  it('is read in every version up to now', () => {
    expect(storedJson('values', OwnValues, bytes({ version: 'due', a: true }))).toEqual({
      version: 'due',
      a: true,
    });
  });

  it.each([
    ['values', OwnValues, { version: 2, values: {} }],
    ['layout', SavedLayout, { version: 2 }],
    ['record', PublicRecord, { id: 'i', status: 'witnessed', company: 'c' }],
  ] as const)('is not guessed: %s', (form, schema, stored) => {
    expect(() => storedAs(form, schema, stored)).toThrow(expect.objectContaining(NEWER));
  });

  it('is no newer release’s where a value is missing', () => {
    expect(() => storedAs('record', PublicRecord, { id: 'i' })).toThrow(
      expect.not.objectContaining(NEWER),
    );
  });

  it('holds plans of a further version back before their MAC is judged', async () => {
    const key = memoryMacKey();
    const object = { key: 'open/e/r0.pdf', sha256: 'a', length: 1 };
    const plan = { ...object, revision: 0 } as never;
    const guarded = await guardPlan(plan, { key: object.key, etag: 'e' }, key.generate);
    const newer = bytes({ ...JSON.parse(Buffer.from(guarded).toString()), version: 2 });
    expect(await fault(openPlan(newer, object, key.verify))).toMatchObject(NEWER);
  });
});
