import { beforeEach, describe, expect, it } from 'vitest';
import { makeInvite } from '../../../functions/invite/invite.ts';
import { makeAwait } from '../../../functions/invite/wait.ts';
import { InviteTask } from '../../../shared/contract/tasks.ts';
import { NOT_SENT_YET } from '../../../shared/domain/ledger/entries.ts';
import { makeNotify } from '../../../shared/messages/notify.ts';
import { CLAIM_SECONDS } from '../../../shared/ports/messages.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import { NEVER } from '../../fixtures/memory/expiring-rows.ts';
import {
  BRAND,
  onClientsTurn,
  type SignerPorts,
  sentEnvelope,
  signedStep,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;

beforeEach(async () => {
  ports = signerPorts();
  id = await sentEnvelope(ports);
});

type Task = Extract<InviteTask, { readonly operation: 'invite' }>;

let order = 0;
function invite(task: Partial<Task> = {}, over: Partial<SignerPorts> = {}) {
  order += 1;
  const wait = { envelopeId: id, party: 'd1', taskToken: `token-${order}`, order };
  const whole = { operation: 'invite', notice: 'invitation', ...wait, ...task } as const;
  const used = { ...ports, ...over };
  return makeInvite({ ...used, notify: makeNotify(used, BRAND) }, BRAND)(whole);
}
const remind = (occasion: string, over: Partial<SignerPorts> = {}) =>
  invite({ notice: 'reminder', occasion }, over);

/** The port with one call failing. */
const failing = <P extends object>(port: P, call: keyof P): P =>
  new Proxy(port, {
    get: (target, name) => {
      if (name === call) return () => Promise.reject(new Error(`${String(call)} fails`));
      const member = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
const spoiledMailer = () => ({ mailer: failing(ports.mailer, 'send') });
const dataOf = async (type: string) =>
  (await ports.ledger.entries(id)).filter((entry) => entry.type === type).map(({ data }) => data);
const sent = () => ports.mailer.sent.length;

describe('a message goes once', () => {
  it('though the task is repeated because its token could not be kept', async () => {
    await expect(invite({}, { taskTokens: failing(ports.taskTokens, 'put') })).rejects.toThrow();
    await invite();
    expect(sent()).toBe(1);
    expect(await dataOf('invited')).toHaveLength(1);
    expect((await ports.taskTokens.find(id, 'd1'))?.order).toBe(order);
  });

  it('though its entry could not be written: the next task writes it', async () => {
    await expect(invite({}, { ledger: failing(ports.ledger, 'change') })).rejects.toThrow();
    await invite();
    expect(sent()).toBe(1);
    expect(await dataOf('invited')).toHaveLength(1);
  });

  it('though its row could not be settled: the entry says that it went', async () => {
    await invite({}, { claims: failing(ports.claims, 'settle') });
    ports.clock.advance(CLAIM_SECONDS + 1);
    await invite();
    expect(sent()).toBe(1);
  });

  it('though two tasks run at once', async () => {
    const both = await Promise.allSettled([invite(), invite()]);
    expect(sent()).toBe(1);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await invite();
    expect(sent()).toBe(1);
    expect(await dataOf('invited')).toHaveLength(1);
  });

  it('as a text whose row could not be kept', async () => {
    id = await onClientsTurn(ports);
    await invite({ party: 'c1' }, { sentTexts: failing(ports.sentTexts, 'put') });
    await invite({ party: 'c1' });
    expect(ports.textMessages.sent).toHaveLength(1);
    expect(await dataOf('delivery.failed')).toEqual([]);
  });

  it('as a reminder, each for its own day', async () => {
    await invite();
    await remind('reminder-3');
    await remind('reminder-3');
    await remind('reminder-7');
    expect(sent()).toBe(3);
    expect((await dataOf('invited')).map((data) => 'occasion' in data && data.occasion)).toEqual([
      'first',
      'reminder-3',
      'reminder-7',
    ]);
  });

  it('as a reminder of an execution that does not say which one it means', async () => {
    await invite();
    await invite({ notice: 'reminder', order: undefined });
    await invite({ notice: 'reminder', order: undefined });
    expect(sent()).toBe(2);
    ports.clock.advance(86_400);
    await invite({ notice: 'reminder', order: undefined });
    expect(sent()).toBe(3);
  });

  it('after somebody who claimed it and died is succeeded', async () => {
    const message = { envelopeId: id, to: 'd1', occasion: 'first' };
    await ports.claims.take(message, { by: 'dead', at: ports.clock.now().getTime() }, NEVER);
    await expect(invite()).rejects.toThrow('another task is sending');
    expect(await dataOf('delivery.failed')).toEqual([]);
    ports.clock.advance(CLAIM_SECONDS + 1);
    await invite();
    expect(sent()).toBe(1);
  });

  it('as the sender’s wish, however often the workflow comes by', async () => {
    await invite();
    await step(ports, id, 'reminded', { party: 'd1' });
    await invite();
    await invite();
    expect(sent()).toBe(2);
    await step(ports, id, 're-sent', { party: 'd1' });
    await invite();
    await invite();
    expect(sent()).toBe(3);
  });
});

describe('a new link', () => {
  it('goes although an older message was recorded after the earlier links were revoked', async () => {
    const mailer = {
      send: async (mail: Parameters<typeof ports.mailer.send>[0]) => {
        if (sent() === 0) await step(ports, id, 're-sent', { party: 'd1' });
        return ports.mailer.send(mail);
      },
    };
    expect(await invite({}, { mailer: mailer as typeof ports.mailer })).toEqual({
      outcome: 'again',
    });
    await invite();
    expect(sent()).toBe(2);
  });

  it('of a reminder is enough, if the first invitation went after it was asked for', async () => {
    await step(ports, id, 'reminded', { party: 'd1' });
    await invite();
    await invite();
    expect(sent()).toBe(1);
  });
});

describe('a message that cannot be sent', () => {
  it('is recorded once however often it is tried, keeps no token, and goes when it can', async () => {
    for (let tries = 0; tries < 3; tries++)
      await expect(invite({}, spoiledMailer())).rejects.toThrow('send fails');
    expect(await dataOf('delivery.failed')).toEqual([
      {
        to: 'd1',
        notice: 'invitation',
        reason: NOT_SENT_YET,
        occasion: 'first',
        kind: 'delayed',
        round: 0,
      },
    ]);
    expect(await ports.taskTokens.find(id, 'd1')).toBeUndefined();
    await invite();
    expect(sent()).toBe(1);
    expect(await dataOf('invited')).toHaveLength(1);
  });

  it('is waited without: the party’s signature ends that wait too', async () => {
    const task = { operation: 'await', envelopeId: id, party: 'd1', taskToken: 'w' } as const;
    expect(await makeAwait(ports)({ ...task, order: 5 })).toBeUndefined();
    expect(sent()).toBe(0);
    expect(await ports.taskTokens.find(id, 'd1')).toMatchObject({ token: 'w', order: 5 });
    await signedStep(ports, id, 'd1', 0);
    expect(await makeAwait(ports)({ ...task, order: 6 })).toEqual({ outcome: 'signed' });
    expect(ports.workflow.resumed).toEqual([{ taskToken: 'w', outcome: 'signed' }]);
  });

  it('as the invitation goes before a reminder', async () => {
    await expect(invite({}, spoiledMailer())).rejects.toThrow();
    await remind('reminder-3');
    expect(await dataOf('invited')).toEqual([
      { party: 'd1', notice: 'invitation', occasion: 'first' },
    ]);
    await remind('reminder-3');
    expect(ports.mailer.sent.at(-1)?.subject).toContain('Promemoria');
  });

  it('for good is told once, and a reminder is tried all the same', async () => {
    ports.mailer.undeliverable.add('maria.rossi@example.com');
    await invite();
    await invite();
    expect(await dataOf('delivery.failed')).toHaveLength(1);
    ports.mailer.undeliverable.clear();
    await invite();
    expect(sent()).toBe(0);
    await remind('reminder-3');
    expect(sent()).toBe(1);
  });
});

describe('a late task', () => {
  it('leaves the token of the living wait where it is, and ends nothing', async () => {
    await invite({ taskToken: 'living', order: 100 });
    await signedStep(ports, id, 'd1', 0);
    const late = Object.assign(Object.create(ports.ledger), {
      entries: async () => (await ports.ledger.entries(id)).slice(0, -1),
      load: (envelopeId: string) => ports.ledger.load(envelopeId),
    });
    expect(await invite({ taskToken: 'late', order: 99 }, { ledger: late })).toBeUndefined();
    expect((await ports.taskTokens.find(id, 'd1'))?.token).toBe('living');
    expect(ports.workflow.resumed).toEqual([]);
  });
});

describe('what an execution of the first release asks for', () => {
  it('is understood, and its tokens follow each other', async () => {
    const payload = (taskToken: string, notice: string) =>
      InviteTask.parse({ operation: 'invite', envelopeId: id, party: 'd1', notice, taskToken });
    const run = makeInvite(ports, BRAND);
    await run(payload('one', 'invitation') as Task);
    await run(payload('two', 'reminder') as Task);
    expect(await ports.taskTokens.find(id, 'd1')).toMatchObject({ token: 'two', order: 0 });
    expect(sent()).toBe(2);
  });
});
