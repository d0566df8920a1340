import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Malformed } from '../../shared/domain/errors.ts';
import { newDelivery } from '../../shared/domain/webhook/delivery.ts';
import { newEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { Deliveries, Webhooks } from '../../shared/ports/webhooks.ts';

const OWNER = {
  subject: 'u1',
  name: 'Anna',
  email: 'anna@aurora.example',
  language: 'it',
} as const;
const AT = new Date('2026-03-02T09:00:00.000Z');

const someId = () => randomBytes(8).toString('hex');

const endpoint = (events?: readonly string[]) =>
  newEndpoint(
    { url: 'https://erp.example/hooks', scope: 'company', events },
    { id: someId(), owner: OWNER, sealed: 'c2VhbGVk', now: AT },
  );

export const webhooksContract = (given: () => Webhooks) =>
  describe('a webhook', () => {
    it('is found and listed as it was put, with chosen events or with all', async () => {
      const [some, all] = [endpoint(['envelope.completed']), endpoint()];
      expect(await given().put(some)).toBe(true);
      expect(await given().put(all)).toBe(true);
      expect(await given().find(some.id)).toEqual(some);
      const listed = await given().endpoints();
      expect(listed).toContainEqual(some);
      expect(listed).toContainEqual(all);
      expect(await given().find(someId())).toBeUndefined();
    });

    it('is replaced only by the state that follows it', async () => {
      const first = endpoint();
      await given().put(first);
      const [second, other] = ['https://a.example/', 'https://b.example/'].map((url) => ({
        ...first,
        seq: 1,
        url,
      }));
      expect(await given().put(second!)).toBe(true);
      expect(await given().put(other!)).toBe(false);
      expect(await given().put({ ...first, url: 'https://c.example/' })).toBe(false);
      expect(await given().find(first.id)).toEqual(second);
    });

    it('is gone once it is removed, and may be removed twice', async () => {
      const one = endpoint();
      await given().put(one);
      await given().remove(one.id);
      await given().remove(one.id);
      expect(await given().find(one.id)).toBeUndefined();
      expect((await given().endpoints()).map(({ id }) => id)).not.toContain(one.id);
      expect(await given().put({ ...one, seq: 1 })).toBe(false);
    });
  });

export const deliveriesContract = (given: () => Deliveries) =>
  describe('a delivery', () => {
    let endpointId: string;
    beforeEach(() => {
      endpointId = someId();
    });
    const delivery = (minute: number) =>
      newDelivery(endpointId, {
        id: `E-${minute}`,
        type: 'envelope.sent',
        at: new Date(AT.getTime() + minute * 60_000).toISOString(),
        data: { minute },
      });

    it('begins once, and keeps its attempts in their order', async () => {
      const one = delivery(1);
      expect(await given().begin(one)).toEqual(one);
      const failed = { at: AT.toISOString(), ms: 9, failure: 'no_answer' } as const;
      const done = { at: AT.toISOString(), ms: 7, status: 204, byHand: true } as const;
      await given().record(endpointId, one.id, failed);
      const after = await given().record(endpointId, one.id, done);
      expect(after?.attempts).toEqual([failed, done]);
      expect(await given().begin(one)).toEqual(after);
      expect(await given().find(endpointId, one.id)).toEqual(after);
    });

    it('is listed by its event, newest first, page after page, for its endpoint alone', async () => {
      for (const minute of [2, 1, 3]) await given().begin(delivery(minute));
      await given().begin({ ...delivery(4), endpointId: someId() });
      const first = await given().list({ endpointId, limit: 2 });
      expect(first.items).toEqual([delivery(3), delivery(2)]);
      const rest = await given().list({ endpointId, limit: 2, cursor: first.cursor! });
      expect(rest.items).toEqual([delivery(1)]);
      await expect(
        given().list({ endpointId: someId(), limit: 2, cursor: first.cursor! }),
      ).rejects.toBeInstanceOf(Malformed);
    });

    it('that was never begun is not found, and gets no attempt', async () => {
      const attempt = { at: AT.toISOString(), ms: 1, status: 200 };
      expect(await given().find(endpointId, 'none')).toBeUndefined();
      expect(await given().record(endpointId, 'none', attempt)).toBeUndefined();
    });
  });
