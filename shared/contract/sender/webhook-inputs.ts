import * as z from 'zod';
import { WEBHOOK_SCOPES } from '../../domain/webhook/endpoint.ts';
import { EVENT_TYPES } from '../event-types.ts';

export const WebhookInput = z.strictObject({
  /** https, on the internet. */
  url: z.string().min(1).max(2_000),
  /** `company`: of every envelope, for administrators. `own`: of those that the caller sends. */
  scope: z.enum(WEBHOOK_SCOPES).default('own'),
  /** Absent: all, also those that later releases add. */
  events: z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length).optional(),
});

export const ChangeWebhookInput = WebhookInput.extend({
  /** Switched on again, failures count from anew. */
  isOn: z.boolean(),
});

export const RotateSecretInput = z.strictObject({
  /** Hours for which the secret before is valid too; 0 if it leaked. */
  keepHours: z.int().min(0).max(168).default(24),
});

export const WebhookAttemptsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(2_000).optional(),
});
