import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Access, Link, StoredCode } from '../../shared/ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { MemoryAccess } from '../fixtures/memory/access.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const hex = () => randomBytes(32).toString('hex');
const clock = new SettableClock();
const now = () => clock.now().getTime();
const minute = 60_000;

let aws: AwsTarget;
const adapters: Partial<Record<'memory' | 'DynamoDB', Access>> = { memory: new MemoryAccess() };

beforeAll(async () => {
  aws = await startAws();
  const { dynamoAccess } = await import('../../shared/aws/dynamo-access.ts');
  const ACCESS_TABLE = await createTable(aws, 'Access', { hash: 'pk' });
  adapters.DynamoDB = dynamoAccess({ ACCESS_TABLE }, clock);
});
afterAll(() => aws.stop());

const confirmed = {
  purpose: 'sign',
  until: '2026-03-02T09:31:00.000Z',
  at: '2026-03-02T09:01:00.000Z',
  codeSentAt: '2026-03-02T09:00:00.000Z',
  documentSha256: 'a'.repeat(64),
} as const;

/** A party with a session, to which a code was sent. */
async function coded(access: Access) {
  const link: Link = { envelopeId: hex(), party: 'c1', round: 0 };
  const secretSha256 = hex();
  const code: StoredCode = {
    mac: random(32),
    purpose: 'sign',
    session: secretSha256,
    documentSha256: confirmed.documentSha256,
    sentAt: now(),
    expiresAt: now() + 300_000,
  };
  const session = { ...link, createdAt: clock.now().toISOString() };
  await access.putSession(secretSha256, session, now() / 1000 + 3600);
  await access.putCode(link, code);
  return { link, secretSha256, code };
}

describe.each(['memory', 'DynamoDB'] as const)('codes in %s', (kind) => {
  let access: Access;
  let link: Link;
  let secretSha256: string;
  let code: StoredCode;

  beforeEach(async () => {
    access = adapters[kind]!;
    ({ link, secretSha256, code } = await coded(access));
  });

  const reserve = (at = now()) => access.reserveTry(link, secretSha256, at);
  const tries = (count: number) => Promise.all(Array.from({ length: count }, () => reserve()));
  const confirm = (change: object = {}) =>
    access.confirm(link, code, { secretSha256, confirmed: { ...confirmed, ...change } });

  it('are counted when they are sent; of two that meet, one counts', async () => {
    const both = await Promise.all([
      access.reserveSending(link, [], now()),
      access.reserveSending(link, [], now()),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await access.reserveSending(link, [now()], now() + minute)).toBe(true);
    expect(await access.reserveSending(link, [now()], now() + minute)).toBe(false);
    expect(await access.sendings(link)).toEqual([now(), now() + minute]);
    expect(await access.sendings({ ...link, round: 1 })).toEqual([]);
  });

  it('that were not sent are given back, also twice, and no other with them', async () => {
    const [first, second] = [now(), now() + minute];
    await access.reserveSending(link, [], first);
    await access.releaseSending(link, first);
    await access.releaseSending(link, first);
    expect(await access.sendings(link)).toEqual([]);
    expect(await access.reserveSending(link, [], first)).toBe(true);
    expect(await access.reserveSending(link, [first], second)).toBe(true);
    await access.releaseSending(link, second);
    expect(await access.sendings(link)).toEqual([first]);
  });

  it('are counted by what was read, not by how many there were', async () => {
    const [first, second, third] = [now(), now() + minute, now() + 2 * minute];
    await access.reserveSending(link, [], first);
    await access.releaseSending(link, first);
    await access.reserveSending(link, [], second);
    expect(await access.reserveSending(link, [first], third)).toBe(false);
    expect(await access.sendings(link)).toEqual([second]);
  });

  it('give five tries, also to twenty who try at once', async () => {
    const answers = await tries(20);
    const reserved = answers.filter(({ state }) => state === 'reserved');
    expect(reserved).toHaveLength(5);
    expect(reserved.map((answer) => 'triesLeft' in answer && answer.triesLeft).sort()).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(answers.filter(({ state }) => state === 'exhausted')).toHaveLength(15);
  });

  it('come back as they were kept, also those of the first releases', async () => {
    expect(await reserve()).toEqual({ state: 'reserved', code, triesLeft: 4 });
    expect(await access.findCode(link)).toEqual(code);
    expect(await access.findCode({ ...link, party: 'd1' })).toBeUndefined();
    const { purpose: _, ...old } = { ...code, sentAt: code.sentAt + minute };
    await access.putCode(link, old);
    expect(await access.findCode(link)).toEqual(old);
  });

  it('are not found once their tries are spent', async () => {
    await tries(4);
    expect(await access.findCode(link)).toEqual(code);
    await tries(1);
    expect(await access.findCode(link)).toBeUndefined();
  });

  it('say why no try is left', async () => {
    const never = { ...link, party: 'd1' };
    expect(await access.reserveTry(never, secretSha256, 0)).toEqual({ state: 'none' });
    expect(await reserve(code.expiresAt - 1)).toMatchObject({ state: 'reserved' });
    expect(await reserve(code.expiresAt)).toEqual({ state: 'expired' });
    await confirm();
    expect(await reserve(code.expiresAt)).toEqual({ state: 'used' });
  });

  it('of another session lose no try, and are said to be elsewhere', async () => {
    for (const _ of Array.from({ length: 6 }))
      expect(await access.reserveTry(link, hex(), now())).toEqual({ state: 'elsewhere' });
    expect(await access.reserveTry(link, hex(), code.expiresAt)).toEqual({ state: 'expired' });
    expect(await reserve()).toMatchObject({ triesLeft: 4 });
  });

  it('that are used say what they confirmed, and their tries still run out', async () => {
    await reserve();
    await confirm();
    expect(await reserve()).toEqual({ state: 'reserved', code, triesLeft: 3, confirmed });
    await tries(3);
    expect(await reserve()).toEqual({ state: 'used' });
  });

  it('succeed once, also for ten who are right at once', async () => {
    const answers = Array.from({ length: 10 }, (_, index) =>
      confirm({ at: new Date(now() + index).toISOString() }),
    );
    expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(1);
    expect((await access.findSession(secretSha256))?.confirmed).toBeDefined();
  });

  it('may be told the same success again', async () => {
    expect([await confirm(), await confirm()]).toEqual([true, true]);
    expect(await confirm({ at: '2026-03-02T09:01:00.001Z' })).toBe(false);
    expect((await access.findSession(secretSha256))?.confirmed).toEqual(confirmed);
  });

  it('confirm only the session that they were sent for', async () => {
    const other = { secretSha256: hex(), confirmed };
    expect(await access.confirm(link, code, other)).toBe(false);
    const forged = { ...code, mac: random(32) };
    expect(await access.confirm(link, forged, { secretSha256, confirmed })).toBe(false);
    expect((await access.findSession(secretSha256))?.confirmed).toBeUndefined();
  });

  it('leave every other session of the party unconfirmed', async () => {
    const second = hex();
    const session = { ...link, createdAt: clock.now().toISOString() };
    await access.putSession(second, session, now() / 1000 + 3600);
    await confirm();
    expect((await access.findSession(second))?.confirmed).toBeUndefined();
    expect(await access.confirm(link, code, { secretSha256: second, confirmed })).toBe(false);
    expect((await access.findSession(second))?.confirmed).toBeUndefined();
  });

  it('confirm nothing once a newer one replaced them', async () => {
    await access.putCode(link, { ...code, mac: random(32), sentAt: code.sentAt + minute });
    expect(await confirm()).toBe(false);
  });

  it('are not revived by a put that comes late or twice', async () => {
    await confirm();
    await access.putCode(link, code);
    expect(await reserve()).toMatchObject({ confirmed });
    const newer = { ...code, mac: random(32), sentAt: code.sentAt + minute };
    await access.putCode(link, newer);
    await access.putCode(link, code);
    expect(await access.findCode(link)).toEqual(newer);
  });

  it('leave a session confirmed when the next one is sent', async () => {
    await confirm();
    await access.putCode(link, { ...code, mac: random(32), sentAt: code.sentAt + minute });
    expect((await access.findSession(secretSha256))?.confirmed).toEqual(confirmed);
  });

  it('let a session do one thing: the newest one counts', async () => {
    await confirm();
    const next: StoredCode = { ...code, purpose: 'decline', sentAt: code.sentAt + minute };
    await access.putCode(link, next);
    const declining = { ...confirmed, purpose: 'decline', codeSentAt: 'later' } as const;
    await access.confirm(link, next, { secretSha256, confirmed: declining });
    expect((await access.findSession(secretSha256))?.confirmed).toEqual(declining);
  });
});

describe('codes in DynamoDB, when the network fails', () => {
  type Send = (command: { input: { Key?: { pk?: string } } }) => Promise<unknown>;

  /** Puts something between the adapter and the wire while `work` runs. */
  async function meddling<T>(meddle: (send: Send) => Send, work: () => Promise<T>): Promise<T> {
    const { dynamo } = await import('../../shared/aws/dynamo-client.ts');
    const send = dynamo.send.bind(dynamo) as unknown as Send;
    dynamo.send = meddle(send) as never;
    try {
      return await work();
    } finally {
      dynamo.send = send as never;
    }
  }

  /** The SDK sends again what was done already, since the answer was lost. */
  const twice =
    (send: Send): Send =>
    async (command) => {
      if ('UpdateExpression' in command.input) await send(command).catch(() => {});
      return send(command);
    };

  it('a sending whose answer was lost is not taken for another’s', async () => {
    const access = adapters.DynamoDB!;
    const { link } = await coded(access);
    const reserve = () => access.reserveSending(link, [], now());
    expect(await meddling(twice, reserve)).toBe(true);
    expect(await access.sendings(link)).toEqual([now()]);
    await meddling(twice, () => access.releaseSending(link, now()));
    expect(await access.sendings(link)).toEqual([]);
  });

  it('a success whose answer was lost is a success', async () => {
    const access = adapters.DynamoDB!;
    const { link, code, secretSha256 } = await coded(access);
    const confirm = () => access.confirm(link, code, { secretSha256, confirmed });
    expect(await meddling(twice, confirm)).toBe(true);
  });

  it('stay confirmed for their session after a crash before its row was written', async () => {
    const access = adapters.DynamoDB!;
    const { link, code, secretSha256 } = await coded(access);
    const confirm = () => access.confirm(link, code, { secretSha256, confirmed });
    const crashing =
      (send: Send): Send =>
      async (command) => {
        if (command.input.Key?.pk?.startsWith('session#')) throw new Error('crash');
        return send(command);
      };
    await expect(meddling(crashing, confirm)).rejects.toThrow('crash');
    expect((await access.findSession(secretSha256))?.confirmed).toEqual(confirmed);
  });
});
