import type { Redelivered, RedeliverTask } from '../../shared/contract/webhook-tasks.ts';
import { attemptsMade, isDelivered } from '../../shared/domain/webhook/delivery.ts';
import { retryIn } from '../../shared/domain/webhook/retry-schedule.ts';
import type { MakeAttempt } from './attempt.ts';
import type { WebhookPorts } from './ports.ts';

const ENDED: Redelivered = { outcome: 'ended', seconds: 0 };

/**
 * A further attempt of one delivery. What somebody sends again is posted once, to an endpoint that is switched off
 * too; the schedule ends with the first success, and with the endpoint.
 */
export const makeRedeliver =
  ({ webhooks, deliveries }: Pick<WebhookPorts, 'webhooks' | 'deliveries'>, attempt: MakeAttempt) =>
  async ({ endpointId, deliveryId, byHand }: RedeliverTask): Promise<Redelivered> => {
    const endpoint = await webhooks.find(endpointId);
    const delivery = await deliveries.find(endpointId, deliveryId);
    if (!endpoint || !delivery) return ENDED;
    if (!byHand && (endpoint.off || isDelivered(delivery))) return ENDED;
    const made = await attempt(endpoint, delivery, byHand);
    if (byHand || made.endpoint.off || isDelivered(made.delivery)) return ENDED;
    const seconds = retryIn(attemptsMade(made.delivery), made.retryAfter);
    return seconds === undefined ? ENDED : { outcome: 'again', seconds };
  };
