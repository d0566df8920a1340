import { beforeEach, describe, expect, it } from 'vitest';
import { makeTellOwner } from '../../functions/webhook/tell-owner.ts';
import { makeWebhook } from '../../functions/webhook/webhook.ts';
import type { WebhookEvent } from '../../shared/contract/webhook-tasks.ts';
import { type Endpoint, newEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { PostAnswer, PostRequest } from '../../shared/ports/webhooks.ts';
import { webhookSecret } from '../../shared/webhooks/signed-headers.ts';
import { memorySecretKey } from '../fixtures/memory/keys.ts';
import { type MemoryPorts, memoryPorts } from '../fixtures/memory-ports.ts';
import { BRAND } from '../fixtures/signer-door.ts';

const OWNER = {
  subject: 'u1',
  name: 'Anna',
  email: 'anna@aurora.example',
  language: 'it',
} as const;
const SECRET = webhookSecret(new Uint8Array(32).fill(7));
const EVENT_ID = '0123456789ABCDEFGHJKMNPQRS-3';
const HOUR_MS = 3_600_000;

let ports: MemoryPorts;
let posted: PostRequest[];
let answers: PostAnswer[];
let webhook: ReturnType<typeof makeWebhook>;
const secretKey = memorySecretKey();

beforeEach(() => {
  ports = memoryPorts();
  posted = [];
  answers = [];
  async function post(request: PostRequest) {
    posted.push(request);
    return answers.shift() ?? { status: 204 };
  }
  const all = { ...ports, secretKey, post };
  webhook = makeWebhook(all, makeTellOwner(all, BRAND));
});

async function register(id: string, facts: Partial<Endpoint> = {}): Promise<Endpoint> {
  const endpoint = {
    ...newEndpoint(
      { url: `https://${id}.example/hooks`, scope: 'company' },
      { id, owner: OWNER, sealed: await secretKey.seal(SECRET, id), now: ports.clock.now() },
    ),
    ...facts,
  };
  await ports.webhooks.put(endpoint);
  return endpoint;
}

const event = (owner = 'u1', id = EVENT_ID): WebhookEvent => ({
  source: 'sigillo',
  'detail-type': 'envelope.sent',
  detail: {
    metadata: { id, at: '2026-03-02T09:00:00.000Z', envelopeId: 'E1', owner },
    data: { deadline: 'soon' },
  },
});

const deliveryId = `20260302T090000000Z-${EVENT_ID}`;
const again = (byHand?: true): WebhookEvent => ({
  operation: 'redeliver',
  endpointId: 'a',
  deliveryId,
  ...(byHand && { byHand }),
});
const attempts = async (id = 'a') =>
  (await ports.deliveries.find(id, deliveryId))?.attempts.map(({ at: _, ms: __, ...rest }) => rest);
const endpoint = async (id = 'a') => (await ports.webhooks.find(id))!;
const isAt = (ms: number) => ports.clock.set(new Date(ms));

describe('an event', () => {
  it('is posted where it is wanted, signed, with what the bus told and the envelope it is about', async () => {
    await register('a');
    await register('b', { events: ['envelope.completed'] });
    await register('c', { scope: 'own', owner: { ...OWNER, subject: 'u2' } });
    expect(await webhook(event())).toEqual({ offeredTo: 1 });
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({
      url: 'https://a.example/hooks',
      headers: { 'webhook-id': `${EVENT_ID}-a` },
    });
    expect(JSON.parse(posted[0]!.body)).toEqual({
      type: 'envelope.sent',
      timestamp: '2026-03-02T09:00:00.000Z',
      data: { envelopeId: 'E1', deadline: 'soon' },
    });
    expect(await attempts()).toEqual([{ status: 204 }]);
    expect(ports.redeliveries.started.size).toBe(0);
  });

  it('that the bus brings twice is posted once', async () => {
    await register('a');
    await webhook(event());
    await webhook(event());
    expect(posted).toHaveLength(1);
  });

  it('of somebody’s own envelope reaches that person’s webhook, and nobody else’s', async () => {
    await register('a', { scope: 'own' });
    expect(await webhook(event('u2'))).toEqual({ offeredTo: 0 });
    expect(await webhook(event('u1'))).toEqual({ offeredTo: 1 });
  });

  it('is signed with every secret that is valid yet', async () => {
    const { secrets } = await register('a');
    const sealed = await secretKey.seal(webhookSecret(new Uint8Array(32)), 'a');
    await ports.webhooks.put({ ...(await endpoint()), seq: 1, secrets: [{ sealed }, ...secrets] });
    await webhook(event());
    expect(posted[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });

  it('that one receiver does not take is still posted to the others', async () => {
    await register('a');
    await register('b');
    answers = [{ failure: 'no_connection' }];
    await webhook(event());
    expect(posted).toHaveLength(2);
    expect([...ports.redeliveries.started.keys()]).toEqual([`${EVENT_ID}-a`]);
  });
});

describe('a delivery that fails', () => {
  beforeEach(() => register('a'));
  const begun = () => ports.redeliveries.started.get(`${EVENT_ID}-a`);

  it('is handed to a workflow once, after five seconds or when the receiver says', async () => {
    answers = [{ status: 429, retryAfter: '120' }];
    await webhook(event());
    await webhook(event());
    expect(posted).toHaveLength(1);
    expect(begun()).toEqual({ endpointId: 'a', deliveryId, seconds: 120 });
  });

  it('is tried by the schedule until it is taken, each time with a new timestamp and the same id', async () => {
    answers = [{ status: 500 }, { failure: 'no_answer' }, { status: 302 }, { status: 200 }];
    await webhook(event());
    for (const [seconds, next] of [
      [5, { outcome: 'again', seconds: 300 }],
      [300, { outcome: 'again', seconds: 1_800 }],
      [1_800, { outcome: 'ended', seconds: 0 }],
    ] as const) {
      isAt(ports.clock.now().getTime() + seconds * 1_000);
      expect(await webhook(again())).toEqual(next);
    }
    const headers = posted.map((request) => request.headers);
    expect(new Set(headers.map((one) => one['webhook-id'])).size).toBe(1);
    expect(new Set(headers.map((one) => one['webhook-timestamp'])).size).toBe(4);
    expect(await attempts()).toEqual([
      { status: 500 },
      { failure: 'no_answer' },
      { status: 302 },
      { status: 200 },
    ]);
    expect(await webhook(again())).toEqual({ outcome: 'ended', seconds: 0 });
    expect(posted).toHaveLength(4);
  });

  it('waits for a date that the receiver names', async () => {
    const at = new Date(ports.clock.now().getTime() + HOUR_MS);
    answers = [{ status: 503, retryAfter: at.toUTCString() }];
    await webhook(event());
    expect(begun()?.seconds).toBeGreaterThan(3_590);
    expect(begun()?.seconds).toBeLessThanOrEqual(3_600);
  });

  it('is given up after nine further attempts', async () => {
    answers = Array.from({ length: 20 }, () => ({ status: 500 }));
    await webhook(event());
    let result = await webhook(again());
    let count = 1;
    for (; 'outcome' in result && result.outcome === 'again'; count++)
      result = await webhook(again());
    expect([count, posted.length]).toEqual([9, 10]);
  });

  it('is sent again by hand once, whatever became of it, and that does not move the schedule', async () => {
    answers = [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 200 }];
    await webhook(event());
    expect(await webhook(again(true))).toEqual({ outcome: 'ended', seconds: 0 });
    expect(await webhook(again())).toEqual({ outcome: 'again', seconds: 300 });
    await webhook(again(true));
    expect(await webhook(again(true))).toEqual({ outcome: 'ended', seconds: 0 });
    expect(posted).toHaveLength(5);
  });

  it('ends with its endpoint', async () => {
    answers = [{ status: 500 }];
    await webhook(event());
    await ports.webhooks.remove('a');
    expect(await webhook(again())).toEqual({ outcome: 'ended', seconds: 0 });
    expect(posted).toHaveLength(1);
  });
});

describe('an endpoint that fails for three days', () => {
  async function failsAt(hours: number, id: string) {
    isAt(start + hours * HOUR_MS);
    answers = [{ status: 500 }];
    await webhook(event('u1', `${EVENT_ID}${id}`));
  }
  let start: number;
  beforeEach(async () => {
    start = ports.clock.now().getTime();
    await register('a');
    await failsAt(0, '1');
  });

  it('is switched off, its owner told once, and nothing more goes there', async () => {
    await failsAt(71, '2');
    expect((await endpoint()).off).toBeUndefined();
    await failsAt(72, '3');
    expect((await endpoint()).off?.because).toBe('failing');
    expect(ports.mailer.sent).toHaveLength(1);
    expect(ports.mailer.sent[0]).toMatchObject({
      to: { address: OWNER.email },
      subject: 'Webhook disattivato: a.example',
    });
    expect(await webhook(event('u1', `${EVENT_ID}4`))).toEqual({ offeredTo: 0 });
    expect(await webhook(again())).toEqual({ outcome: 'ended', seconds: 0 });
    expect([...ports.redeliveries.started.keys()]).not.toContain(`${EVENT_ID}3-a`);
  });

  it('stays on if anything got through in between', async () => {
    isAt(start + 50 * HOUR_MS);
    await webhook(event('u1', `${EVENT_ID}2`));
    await failsAt(73, '3');
    expect((await endpoint()).off).toBeUndefined();
    expect(ports.mailer.sent).toHaveLength(0);
  });

  it('is switched off at once if it answers that it is gone', async () => {
    answers = [{ status: 410 }];
    await webhook(event('u1', `${EVENT_ID}2`));
    expect((await endpoint()).off?.because).toBe('gone');
    expect(ports.mailer.sent).toHaveLength(1);
  });

  it('is tested by hand while it is off', async () => {
    await register('b');
    answers = [{ status: 410 }];
    await webhook(event());
    const { id } = [...ports.deliveries.rows.values()].find(
      ({ endpointId }) => endpointId === 'b',
    )!;
    answers = [{ status: 204 }];
    await webhook({ operation: 'redeliver', endpointId: 'b', deliveryId: id, byHand: true });
    expect((await ports.deliveries.find('b', id))?.attempts.at(-1)).toMatchObject({
      status: 204,
      byHand: true,
    });
  });
});
