import type * as z from 'zod';
import type {
  WebhookDeliveriesAnswer,
  WebhooksAnswer,
} from '../../../shared/contract/sender/webhook-answers.ts';
import type { WebhookAttemptsQuery } from '../../../shared/contract/sender/webhook-inputs.ts';
import { seesEndpoint } from '../../../shared/domain/webhook/endpoint.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeDelivery, describeWebhook } from './describe-webhook.ts';
import { namedWebhook } from './named-webhook.ts';
import type { WebhookDeps } from './webhook-deps.ts';

type AttemptsRequest = SenderRequest<unknown, z.output<typeof WebhookAttemptsQuery>>;

/** Registered last first. */
export const makeListWebhooks =
  ({ webhooks, clock }: WebhookDeps) =>
  async ({ caller }: SenderRequest): Promise<z.input<typeof WebhooksAnswer>> => {
    const seen = (await webhooks.endpoints()).filter((endpoint) => seesEndpoint(caller, endpoint));
    const sorted = seen.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    const now = clock.now();
    return { items: sorted.map((endpoint) => describeWebhook(endpoint, now)) };
  };

export const makeListWebhookAttempts =
  (ports: WebhookDeps) =>
  async (request: AttemptsRequest): Promise<z.input<typeof WebhookDeliveriesAnswer>> => {
    const { id: endpointId } = await namedWebhook(ports, request);
    const { limit, cursor } = request.query;
    const page = await ports.deliveries.list({ endpointId, limit, ...(cursor && { cursor }) });
    const items = page.items.map(describeDelivery);
    return { items, ...(page.cursor && { cursor: page.cursor }) };
  };
