import type * as z from 'zod';
import type {
  WebhookAnswer,
  WebhookDeliveryAnswer,
} from '../../../shared/contract/sender/webhook-answers.ts';
import { type Delivery, isDelivered } from '../../../shared/domain/webhook/delivery.ts';
import { type Endpoint, liveSecrets } from '../../../shared/domain/webhook/endpoint.ts';

export function describeWebhook(endpoint: Endpoint, now: Date): z.input<typeof WebhookAnswer> {
  const { seq: _, secrets: __, owner, events, ...shown } = endpoint;
  const [, earlier] = liveSecrets(endpoint, now);
  return {
    ...shown,
    owner: owner.name,
    ...(events && { events: [...events] }),
    ...(earlier?.until !== undefined && { earlierSecretUntil: earlier.until }),
  };
}

export const describeDelivery = (delivery: Delivery): z.input<typeof WebhookDeliveryAnswer> => ({
  id: delivery.id,
  webhookId: delivery.webhookId,
  type: delivery.type,
  at: delivery.at,
  isDelivered: isDelivered(delivery),
  attempts: [...delivery.attempts],
});
