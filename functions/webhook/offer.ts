import type { OfferedEvent } from '../../shared/contract/webhook-tasks.ts';
import {
  attemptsMade,
  type DeliveredEvent,
  isDelivered,
  newDelivery,
} from '../../shared/domain/webhook/delivery.ts';
import { type Endpoint, isWanted } from '../../shared/domain/webhook/endpoint.ts';
import { retryIn } from '../../shared/domain/webhook/retry-schedule.ts';
import type { Redeliveries } from '../../shared/ports/webhooks.ts';
import type { MakeAttempt } from './attempt.ts';
import type { WebhookPorts } from './ports.ts';

type Deps = Pick<WebhookPorts, 'webhooks' | 'deliveries'> & {
  readonly redeliveries: Redeliveries;
};

/**
 * The first attempt of an event at each endpoint that wants it, all at once. Whatever fails is handed to a
 * workflow. Idempotent, since the bus may bring an event twice: what was tried is not tried here again.
 */
export const makeOffer =
  (ports: Deps, attempt: MakeAttempt) =>
  async ({
    'detail-type': type,
    detail: { metadata, data },
  }: OfferedEvent): Promise<{ offeredTo: number }> => {
    const { id, at, owner, ...about } = metadata;
    const event = { id, type, at, data: { ...about, ...data } };
    const all = await ports.webhooks.endpoints();
    const wanted = all.filter((endpoint) => isWanted(endpoint, { type, owner }));
    const done = await Promise.allSettled(
      wanted.map((endpoint) => offer(ports, attempt, endpoint, event)),
    );
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    return { offeredTo: wanted.length };
  };

async function offer(
  { deliveries, redeliveries }: Deps,
  attempt: MakeAttempt,
  endpoint: Endpoint,
  event: DeliveredEvent,
): Promise<void> {
  const begun = await deliveries.begin(newDelivery(endpoint.id, event));
  const isFirst = attemptsMade(begun) === 0;
  const made = isFirst ? await attempt(endpoint, begun) : { endpoint, delivery: begun };
  const { delivery } = made;
  if (isDelivered(delivery) || made.endpoint.off) return;
  const seconds = retryIn(1, 'retryAfter' in made ? made.retryAfter : undefined);
  if (seconds === undefined) return;
  const { id: endpointId } = endpoint;
  await redeliveries.start(delivery.webhookId, { endpointId, deliveryId: delivery.id, seconds });
}
