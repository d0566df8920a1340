import * as z from 'zod';
import { ATTEMPT_FAILURES } from '../../domain/webhook/delivery.ts';
import { WEBHOOK_SCOPES } from '../../domain/webhook/endpoint.ts';

export const WebhookAnswer = z.object({
  id: z.string(),
  url: z.string(),
  scope: z.enum(WEBHOOK_SCOPES),
  /** Absent: all. */
  events: z.array(z.string()).optional(),
  /** The name of the employee who registered it. */
  owner: z.string(),
  createdAt: z.string(),
  /** Absent while it is on. */
  off: z.object({ at: z.string(), because: z.enum(['failing', 'gone', 'paused']) }).optional(),
  /** Since when no delivery got through; three days later it is switched off. */
  failingSince: z.string().optional(),
  /** Until when requests are signed with the secret before, too. */
  earlierSecretUntil: z.string().optional(),
});
export type WebhookAnswer = z.output<typeof WebhookAnswer>;

export const WebhooksAnswer = z.object({ items: z.array(WebhookAnswer) });
export type WebhooksAnswer = z.output<typeof WebhooksAnswer>;

/** The only answer with the secret, `whsec_…`. */
export const WebhookSecretAnswer = z.object({ webhook: WebhookAnswer, secret: z.string() });
export type WebhookSecretAnswer = z.output<typeof WebhookSecretAnswer>;

export const WebhookDeliveryAnswer = z.object({
  id: z.string(),
  /** The header `webhook-id`. */
  webhookId: z.string(),
  type: z.string(),
  /** When it happened. */
  at: z.string(),
  isDelivered: z.boolean(),
  attempts: z.array(
    z.object({
      at: z.string(),
      /** Until the answer. */
      ms: z.number(),
      /** HTTP status; otherwise why there was none. */
      status: z.number().optional(),
      failure: z.enum(ATTEMPT_FAILURES).optional(),
      byHand: z.literal(true).optional(),
    }),
  ),
});
export type WebhookDeliveryAnswer = z.output<typeof WebhookDeliveryAnswer>;

export const WebhookDeliveriesAnswer = z.object({
  items: z.array(WebhookDeliveryAnswer),
  cursor: z.string().optional(),
});
export type WebhookDeliveriesAnswer = z.output<typeof WebhookDeliveriesAnswer>;
