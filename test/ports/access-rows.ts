import { randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { accessKey } from '../../shared/aws/access/access-rows.ts';
import type { AccessPorts } from '../fixtures/access-ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { partyWithCode } from './codes.contract.ts';
import { meddling, type Send } from './codes-network.ts';
import { ENDS_AT } from './counters.contract.ts';

type Given = AccessPorts & { readonly clock: SettableClock; readonly table: string };

const NINETY_DAYS = 90 * 86_400;

/** Of the adapter alone: what stands in table `Access`, and until when. */
export const accessRowsStand = (given: () => Given) =>
  describe('a row of the table', () => {
    async function rowOf(pk: string) {
      const { dynamo } = await import('../../shared/aws/dynamo-client.ts');
      return (await dynamo.send(new GetCommand({ TableName: given().table, Key: { pk } }))).Item;
    }

    const pk = () => `count#${randomUUID()}`;
    /** The SDK repeats a request whose response was lost. */
    async function repeating<T>(act: () => Promise<T>): Promise<T> {
      const { dynamo } = await import('../../shared/aws/dynamo-client.ts');
      const { middlewareStack } = dynamo;
      const repeat = (next: (args: never) => Promise<unknown>) => async (args: never) => {
        await next(args).catch(() => {});
        return next(args);
      };
      middlewareStack.add(repeat as never, { step: 'finalizeRequest', name: 'repeat' });
      return act().finally(() => middlewareStack.remove('repeat'));
    }

    it('of a counter counts once what the SDK sends twice, also the last that there is room for', async () => {
      const key = pk();
      const take = () => given().counters.take(key.slice(6), 1, 2, ENDS_AT);
      expect(await repeating(take)).toBe(true);
      expect((await rowOf(key))?.taken).toBe(1);
      expect(await repeating(take)).toBe(true);
      expect((await rowOf(key))?.taken).toBe(2);
      expect(await take()).toBe(false);
      await repeating(() => given().counters.giveBack(key.slice(6), 1));
      expect((await rowOf(key))?.taken).toBe(1);
    });

    it('of a counter goes a day after its end', async () => {
      const key = pk();
      await given().counters.take(key.slice(6), 1, 2, ENDS_AT);
      expect((await rowOf(key))?.expiresAt).toBe(ENDS_AT.getTime() / 1_000 + 86_400);
    });

    it('of codes that were sent goes ninety days after the last', async () => {
      const { codes, clock } = given();
      const { link } = await partyWithCode(given());
      const pk = accessKey.sendings(link);
      const sent = clock.now().getTime() + 1;
      await codes.reserveSending(link, [], sent);
      expect((await rowOf(pk))?.expiresAt).toBe(Math.ceil(sent / 1_000) + NINETY_DAYS);
      await codes.reserveSending(link, [sent], sent + 60_000);
      await codes.releaseSending(link, sent + 60_000);
      const kept = Math.floor((sent + 60_000) / 1_000) + NINETY_DAYS;
      expect((await rowOf(pk))?.expiresAt).toBe(kept);
    });

    it('of codes goes at once when the only one was not sent, and is not written for none', async () => {
      const { codes, clock } = given();
      const { link } = await partyWithCode(given());
      const pk = accessKey.sendings(link);
      const sent = clock.now().getTime();
      await codes.releaseSending(link, sent);
      expect(await rowOf(pk)).toBeUndefined();
      await codes.reserveSending(link, [], sent);
      await codes.releaseSending(link, sent);
      expect(await rowOf(pk)).toMatchObject({ instants: [], expiresAt: sent / 1_000 });
      expect(await codes.reserveSending(link, [sent], sent + 1)).toBe(false);
    });

    it('of an answer is of the request that began it, also where the SDK sends that twice', async () => {
      const { answers, clock } = given();
      const lockedUntil = clock.now().getTime() + 30_000;
      const until = { lockedUntil, expiresAt: Math.ceil(lockedUntil / 1_000) };
      const begun = await repeating(() => answers.begin(randomUUID(), 'a', until));
      expect(begun).toEqual({ attempt: expect.any(String) });
    });

    it('is read as it was written last', async () => {
      const { link } = await partyWithCode(given());
      const inputs: object[] = [];
      const noting =
        (send: Send): Send =>
        (command) => {
          inputs.push(command.input);
          return send(command);
        };
      await meddling(noting, () => given().codes.find(link));
      expect(inputs).toEqual([expect.objectContaining({ ConsistentRead: true })]);
    });
  });
