import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { company } from '../../infra/company.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { cast } from '../../scripts/demo/cast.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { journey } from '../../scripts/demo/journey.ts';
import { LocalDesk } from '../../scripts/demo/local-desk.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { PrivateTarget } from '../../scripts/demo/private-target.ts';
import { WebhookDesk } from '../../scripts/demo/webhook-desk.ts';
import { sampleUsers } from '../../scripts/start/sample-users.ts';
import type { WebhookDeliveryAnswer } from '../../shared/contract/sender/webhook-answers.ts';
import { stageOn } from './theatre.ts';

/** The receiver of the docs, which checks signatures with the `standardwebhooks` package. */
const { receiver } = await import(
  join(import.meta.dirname, '../../docs/examples/webhook-receiver.mjs')
);

const HOUR_MS = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'sigillo-webhooks-'));
const cdkOut = join(folder, 'cdk.out');
const target = new PrivateTarget(join(folder, 'state'), cdkOut);

const heard: { id: string; type: string; envelopeId?: string }[] = [];
const requests: IncomingMessage['headers'][] = [];
/** Statuses of the next answers; then the receiver of the docs answers. */
let answers: number[] = [];
let inner = createServer();
const server = createServer((request, response) => {
  requests.push(request.headers);
  const status = answers.shift();
  if (status) request.resume().once('end', () => response.writeHead(status).end());
  else inner.emit('request', request, response);
});

function listenWith(secret: string): void {
  inner = receiver(
    secret,
    ({ type, data }: { type: string; data: { envelopeId?: string } }, id: string) =>
      heard.push({ id, type, ...data }),
  );
}

let url: string;
let webhooks: WebhookDesk;
let hook: string;
beforeAll(async () => {
  synthesize({ ...company, webhooks: { receivers: 'loopback' } }, cdkOut);
  await target.start();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  webhooks = new WebhookDesk(target.api);
}, 600_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await target.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  answers = [];
  for (const { id } of await webhooks.list()) await webhooks.delete(id);
  const { webhook, secret } = await webhooks.register({ url });
  listenWith(secret);
  hook = webhook.id;
});

const settled = (id: string, is: (one: WebhookDeliveryAnswer) => boolean) =>
  eventually('the attempt to be seen', async () =>
    (await webhooks.deliveries(hook)).find((one) => one.id === id && is(one)),
  );
const isDelivered = ({ isDelivered }: WebhookDeliveryAnswer) => isDelivered;
const statuses = ({ attempts }: WebhookDeliveryAnswer) => attempts.map(({ status }) => status);

describe('a webhook', () => {
  it('hears each event of an envelope once, from its sending to its end', async () => {
    const stage = await stageOn(target);
    const { envelopeId } = await journey(stage, paperFor(undefined, 2));
    const events = await stage.desk.published(envelopeId, 'envelope.completed');
    const told = events
      .map((event) => `${event.detail.metadata.id} ${event['detail-type']}`)
      .sort();
    const own = () => heard.filter((one) => one.envelopeId === envelopeId);
    await eventually('every event to be heard', async () => own().length >= told.length);
    const heardOf = own().map(({ id, type }) => `${id.replace(`-${hook}`, '')} ${type}`);
    expect(heardOf.sort()).toEqual(told);
  });

  it('is tested by hand, and sent to again', async () => {
    const { id, webhookId } = await webhooks.ping(hook);
    await settled(id, isDelivered);
    await webhooks.sendAgain(hook, id);
    const again = await settled(id, ({ attempts }) => attempts.length === 2);
    expect(again.attempts).toMatchObject([
      { status: 204, byHand: true },
      { status: 204, byHand: true },
    ]);
    expect(heard.filter((one) => one.id === webhookId)).toEqual([
      { id: webhookId, type: 'webhook.ping' },
    ]);
  });

  it('has its secret exchanged without a gap: receivers of either are reached', async () => {
    const { secret } = await webhooks.newSecret(hook);
    const before = await webhooks.ping(hook);
    await settled(before.id, isDelivered);
    listenWith(secret);
    const after = await webhooks.ping(hook);
    await settled(after.id, isDelivered);
    expect(requests.at(-1)?.['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  });
});

/** To the employee who registered it. */
async function mailAbout(desk: LocalDesk, host: string) {
  const [user] = sampleUsers([]);
  const ids = await desk.mailsTo(user!.email);
  const mails = await Promise.all(ids.map((id) => desk.mail(id)));
  return mails.find(({ subject }) => subject?.includes(host));
}

describe('a receiver that fails', () => {
  async function failed(): Promise<WebhookDeliveryAnswer> {
    answers = [500];
    const { employee } = await stageOn(target);
    const id = await employee.create({ title: 'Contratto', language: 'it', parties: cast(2) });
    return eventually('a failed delivery', async () =>
      (await webhooks.deliveries(hook)).find(
        (one) => one.attempts.length > 0 && one.webhookId.startsWith(id),
      ),
    );
  }

  it('is tried again, and hears the event under the same id', async () => {
    const { id, webhookId } = await failed();
    const delivered = await settled(id, isDelivered);
    expect(statuses(delivered)).toEqual([500, 204]);
    const own = requests.filter((headers) => headers['webhook-id'] === webhookId);
    expect(own).toHaveLength(2);
    expect(heard.filter((one) => one.id === webhookId)).toHaveLength(1);
  });

  it('for three days is switched off, and whoever registered it is told by mail', async () => {
    const desk = new LocalDesk(target.api);
    const { id } = await failed();
    answers = Array.from({ length: 50 }, () => 500);
    for (let hours = 0; hours < 90; hours += 25) {
      const { length } = (await settled(id, () => true)).attempts;
      await desk.advance(25 * HOUR_MS);
      await eventually('a further attempt, or the end', async () => {
        const [webhook] = await webhooks.list();
        const one = (await webhooks.deliveries(hook)).find((delivery) => delivery.id === id);
        return webhook?.off || (one && one.attempts.length > length);
      });
    }
    const [webhook] = await webhooks.list();
    expect(webhook?.off?.because).toBe('failing');
    const mail = await eventually('the mail', () => mailAbout(desk, '127.0.0.1'));
    expect(mail.subject).toMatch(/^Webhook/);
    expect(mail.text).toContain('/console#/webhooks');
  });
});
