import { beforeEach, describe, expect, it } from 'vitest';
import type { SenderRequest } from '../../../functions/sender/sender-request.ts';
import {
  ChangeWebhookInput,
  RotateSecretInput,
  WebhookAttemptsQuery,
  WebhookInput,
} from '../../../shared/contract/sender/webhook-inputs.ts';
import { newDelivery } from '../../../shared/domain/webhook/delivery.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { EMPLOYEE, SENDER_SETTINGS, senderDesk } from '../../fixtures/sender-desk.ts';

const BRUNO = { ...EMPLOYEE, subject: 'u2', name: 'Bruno' };
const ADMIN = { ...EMPLOYEE, subject: 'u3', name: 'Carla', isAdministrator: true };
const URL = 'https://erp.aurora.example/hooks';

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;
beforeEach(() => {
  ports = memoryPorts();
  api = senderDesk(ports);
});

const ask = <B, Q = unknown>(
  path: Record<string, string>,
  body: B,
  caller = EMPLOYEE,
  query: Q = {} as Q,
): SenderRequest<B, Q> => ({ body, query, path, language: 'de', caller });

const add = (facts: object = {}, caller = EMPLOYEE) =>
  api.newWebhook(ask({}, WebhookInput.parse({ url: URL, ...facts }), caller));
const listed = async (caller = EMPLOYEE) =>
  (await api.listWebhooks(ask({}, undefined, caller))).items;
const change = (id: string, facts: object, caller = EMPLOYEE) =>
  api.changeWebhook(
    ask({ id }, ChangeWebhookInput.parse({ url: URL, isOn: true, ...facts }), caller),
  );
const rotate = (id: string, facts: object = {}, caller = EMPLOYEE) =>
  api.rotateWebhookSecret(ask({ id }, RotateSecretInput.parse(facts), caller));
const attempts = (id: string, caller = EMPLOYEE) =>
  api.listWebhookAttempts(ask({ id }, undefined, caller, WebhookAttemptsQuery.parse({})));

describe('a webhook', () => {
  it('is registered with a secret that is shown this once and stored encrypted', async () => {
    const { webhook, secret } = await add({ events: ['envelope.completed'] });
    expect(webhook).toMatchObject({ url: URL, scope: 'own', owner: 'Anna' });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(await listed()).toEqual([webhook]);
    const stored = JSON.stringify([...ports.webhooks.rows.values()]);
    expect(stored).not.toContain(secret.slice('whsec_'.length));
    expect(JSON.stringify(webhook)).not.toContain('sealed');
    expect([...ports.webhooks.rows.values()][0]?.owner.language).toBe('de');
  });

  it.each(['http://erp.aurora.example/', 'https://10.0.0.1/', 'https://localhost/', 'elsewhere'])(
    'does not lead to %s',
    async (url) => {
      await expect(add({ url })).rejects.toMatchObject({ code: 'webhook_address' });
      const { webhook } = await add();
      await expect(change(webhook.id, { url })).rejects.toMatchObject({ code: 'webhook_address' });
    },
  );

  it('leads to this machine where the settings say so', async () => {
    api = senderDesk(ports, { ...SENDER_SETTINGS, WEBHOOK_RECEIVERS: 'loopback' });
    await add({ url: 'http://127.0.0.1:8080/' });
    expect(await listed()).toHaveLength(1);
  });

  it('of the whole company is for administrators, who see and change everybody’s', async () => {
    await expect(add({ scope: 'company' })).rejects.toMatchObject({ code: 'forbidden' });
    const { webhook: own } = await add();
    const { webhook: all } = await add({ scope: 'company' }, ADMIN);
    expect((await listed()).map(({ id }) => id)).toEqual([own.id]);
    expect(await listed(BRUNO)).toEqual([]);
    expect((await listed(ADMIN)).map(({ id }) => id).sort()).toEqual([own.id, all.id].sort());
    await expect(change(own.id, { scope: 'company' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await change(own.id, { isOn: false }, ADMIN)).toMatchObject({
      owner: 'Anna',
      off: { because: 'paused' },
    });
  });

  it('of somebody else is as unknown as one that is not there', async () => {
    const { webhook } = await add();
    for (const id of [webhook.id, 'none', '']) {
      const path = { id, delivery: 'x' };
      const asked = ask(path, undefined as never, BRUNO);
      for (const act of ['deleteWebhook', 'pingWebhook', 'resendWebhook'] as const)
        await expect(api[act](asked)).rejects.toMatchObject({ code: 'webhook_unknown' });
      await expect(rotate(id, {}, BRUNO)).rejects.toMatchObject({ code: 'webhook_unknown' });
      await expect(change(id, {}, BRUNO)).rejects.toMatchObject({ code: 'webhook_unknown' });
      await expect(attempts(id, BRUNO)).rejects.toMatchObject({ code: 'webhook_unknown' });
    }
  });

  it('is deleted at once', async () => {
    const { webhook } = await add();
    expect(await api.deleteWebhook(ask({ id: webhook.id }, undefined))).toEqual({ id: webhook.id });
    expect(await listed()).toEqual([]);
  });

  it('is one of ten at most of one employee', async () => {
    for (let count = 0; count < 10; count++) await add();
    await expect(add()).rejects.toMatchObject({ code: 'webhooks_full', detail: { most: 10 } });
    await add({}, BRUNO);
  });
});

describe('a secret', () => {
  it('is exchanged for a new one, beside which the one before is valid for a day', async () => {
    const { webhook, secret } = await add();
    const changed = await rotate(webhook.id);
    expect(changed.secret).not.toBe(secret);
    const until = new Date(ports.clock.now().getTime() + 86_400_000).toISOString();
    expect(changed.webhook.earlierSecretUntil).toBe(until);
    ports.clock.set(until);
    expect((await listed())[0]?.earlierSecretUntil).toBeUndefined();
  });

  it('that leaked ends at once', async () => {
    const { webhook } = await add();
    expect((await rotate(webhook.id, { keepHours: 0 })).webhook.earlierSecretUntil).toBeUndefined();
  });
});

describe('by hand', () => {
  it('a test event is handed to the function that posts', async () => {
    const { webhook } = await add();
    const ping = await api.pingWebhook(ask({ id: webhook.id }, undefined));
    expect(ping).toMatchObject({ type: 'webhook.ping', isDelivered: false, attempts: [] });
    expect(ports.redeliveries.started.get(ping.webhookId)).toEqual({
      endpointId: webhook.id,
      deliveryId: ping.id,
      seconds: 0,
      byHand: true,
    });
    expect((await attempts(webhook.id)).items).toEqual([ping]);
  });

  it('a delivery is sent again, each time anew, under a name that a workflow may have', async () => {
    const { webhook } = await add();
    const event = {
      id: '0123456789ABCDEFGHJKMNPQRS-12345',
      type: 'envelope.sent',
      at: ports.clock.now().toISOString(),
      data: {},
    };
    const { id: delivery } = await ports.deliveries.begin(newDelivery(webhook.id, event));
    for (let twice = 0; twice < 2; twice++)
      await api.resendWebhook(ask({ id: webhook.id, delivery }, undefined));
    const names = [...ports.redeliveries.started.keys()];
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^[\w-]{1,80}$/);
  });

  it('a delivery that is forgotten is not', async () => {
    const { webhook } = await add();
    for (const delivery of ['', '20260302T090000000Z-E-1'])
      await expect(
        api.resendWebhook(ask({ id: webhook.id, delivery }, undefined)),
      ).rejects.toMatchObject({ code: 'delivery_unknown' });
  });

  it('is limited by day', async () => {
    const { webhook } = await add();
    for (let count = 1; count < 300; count++)
      await api.pingWebhook(ask({ id: webhook.id }, undefined));
    await expect(api.pingWebhook(ask({ id: webhook.id }, undefined))).rejects.toMatchObject({
      code: 'too_many',
      detail: { act: 'webhook' },
    });
  });
});
