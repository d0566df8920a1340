import type * as z from 'zod';
import type { DiscardedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type {
  WebhookAnswer,
  WebhookSecretAnswer,
} from '../../../shared/contract/sender/webhook-answers.ts';
import type {
  ChangeWebhookInput,
  RotateSecretInput,
  WebhookInput,
} from '../../../shared/contract/sender/webhook-inputs.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import {
  assertMayHave,
  changedEndpoint,
  ENDPOINT_ID_BYTES,
  endpointIdFrom,
  exchangedSecret,
  MOST_ENDPOINTS,
  MOST_OWN_ENDPOINTS,
  newEndpoint,
} from '../../../shared/domain/webhook/endpoint.ts';
import { isReceiver } from '../../../shared/webhooks/receiver.ts';
import type { Caller } from '../access/caller.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeWebhook } from './describe-webhook.ts';
import { changeNamed, namedWebhook } from './named-webhook.ts';
import { newSecret } from './new-secret.ts';
import type { CountWebhook, WebhookDeps, WebhookSettings } from './webhook-deps.ts';

type NewRequest = SenderRequest<z.output<typeof WebhookInput>>;
type ChangeRequest = SenderRequest<z.output<typeof ChangeWebhookInput>>;
type RotateRequest = SenderRequest<z.output<typeof RotateSecretInput>>;

function assertReceiver({ url }: NewRequest['body'], { WEBHOOK_RECEIVERS }: WebhookSettings): void {
  if (!isReceiver(url, WEBHOOK_RECEIVERS)) throw new Refusal('webhook_address');
}

/** The secret is in this answer and in no other. */
export const makeNewWebhook =
  (ports: WebhookDeps, count: CountWebhook, settings: WebhookSettings) =>
  ({ body, caller, language }: NewRequest): Promise<z.input<typeof WebhookSecretAnswer>> =>
    count(caller, async () => {
      assertMayHave(caller, body.scope);
      assertReceiver(body, settings);
      await assertRoom(ports, caller);
      const id = endpointIdFrom(ports.random(ENDPOINT_ID_BYTES));
      const { secret, sealed } = await newSecret(ports, id);
      const now = ports.clock.now();
      const { subject, email, name } = caller;
      const endpoint = newEndpoint(body, {
        ...{ id, sealed, now },
        owner: { subject, email, name, language },
      });
      await ports.webhooks.put(endpoint);
      return { webhook: describeWebhook(endpoint, now), secret };
    });

/** Of two that come at once both may find room: the limit is no promise. */
async function assertRoom({ webhooks }: WebhookDeps, { subject }: Caller): Promise<void> {
  const all = await webhooks.endpoints();
  const own = all.filter(({ owner }) => owner.subject === subject);
  if (all.length >= MOST_ENDPOINTS) throw new Refusal('webhooks_full', { most: MOST_ENDPOINTS });
  if (own.length >= MOST_OWN_ENDPOINTS)
    throw new Refusal('webhooks_full', { most: MOST_OWN_ENDPOINTS });
}

export const makeChangeWebhook =
  (ports: WebhookDeps, count: CountWebhook, settings: WebhookSettings) =>
  (request: ChangeRequest): Promise<z.input<typeof WebhookAnswer>> =>
    count(request.caller, async () => {
      const { body, caller } = request;
      assertMayHave(caller, body.scope);
      assertReceiver(body, settings);
      const now = ports.clock.now();
      const changed = await changeNamed(ports, request, (endpoint) =>
        changedEndpoint(endpoint, body, now),
      );
      return describeWebhook(changed, now);
    });

/** Requests are signed with both secrets until the earlier one ends. */
export const makeRotateWebhookSecret =
  (ports: WebhookDeps, count: CountWebhook) =>
  (request: RotateRequest): Promise<z.input<typeof WebhookSecretAnswer>> =>
    count(request.caller, async () => {
      const { id } = await namedWebhook(ports, request);
      const { secret, sealed } = await newSecret(ports, id);
      const now = ports.clock.now();
      const changed = await changeNamed(ports, request, (endpoint) =>
        exchangedSecret(endpoint, sealed, request.body.keepHours, now),
      );
      return { webhook: describeWebhook(changed, now), secret };
    });

export const makeDeleteWebhook =
  (ports: WebhookDeps) =>
  async (request: SenderRequest): Promise<z.input<typeof DiscardedAnswer>> => {
    const { id } = await namedWebhook(ports, request);
    await ports.webhooks.remove(id);
    return { id };
  };
