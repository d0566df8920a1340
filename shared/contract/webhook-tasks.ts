import * as z from 'zod/mini';
import { EVENT_SOURCE } from './event-types.ts';

/** One of our events, as the bus hands it on. What is not read here is handed on unchanged. */
export const OfferedEvent = z.object({
  source: z.literal(EVENT_SOURCE),
  'detail-type': z.string(),
  detail: z.object({
    metadata: z.object({
      id: z.string(),
      at: z.string(),
      envelopeId: z.string(),
      /** Absent from events of releases before webhooks, which an archive may replay. */
      owner: z.optional(z.string()),
      externalId: z.optional(z.string()),
      metadata: z.optional(z.record(z.string(), z.string())),
    }),
    data: z.record(z.string(), z.unknown()),
  }),
});
export type OfferedEvent = z.output<typeof OfferedEvent>;

/** By the workflow that repeats a delivery, and for what a person sends again. */
const RedeliverTask = z.object({
  operation: z.literal('redeliver'),
  endpointId: z.string(),
  deliveryId: z.string(),
  byHand: z.optional(z.literal(true)),
});
export type RedeliverTask = z.output<typeof RedeliverTask>;

export const WebhookEvent = z.union([RedeliverTask, OfferedEvent]);
export type WebhookEvent = z.output<typeof WebhookEvent>;

/** `again`: after so many seconds. */
const Redelivered = z.object({ outcome: z.enum(['again', 'ended']), seconds: z.number() });
export type Redelivered = z.output<typeof Redelivered>;

export const WebhookResult = z.union([Redelivered, z.object({ offeredTo: z.number() })]);
export type WebhookResult = z.output<typeof WebhookResult>;
