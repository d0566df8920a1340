import type * as z from 'zod';
import { PING_TYPE } from '../../../shared/contract/event-types.ts';
import type { WebhookDeliveryAnswer } from '../../../shared/contract/sender/webhook-answers.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import {
  type Delivery,
  isDeliveryId,
  MOST_ATTEMPTS,
  newDelivery,
} from '../../../shared/domain/webhook/delivery.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeDelivery } from './describe-webhook.ts';
import { namedWebhook } from './named-webhook.ts';
import type { CountWebhook, WebhookDeps } from './webhook-deps.ts';

type Answer = z.input<typeof WebhookDeliveryAnswer>;

/** Tells one execution from another of the same delivery. */
const MARK_BYTES = 4;

const mark = ({ random }: WebhookDeps): string => Buffer.from(random(MARK_BYTES)).toString('hex');

/** The attempt is made a moment later, by the function that may post. */
async function sendByHand(ports: WebhookDeps, delivery: Delivery, name: string): Promise<Answer> {
  const { endpointId, id: deliveryId } = delivery;
  await ports.redeliveries.start(name, { endpointId, deliveryId, seconds: 0, byHand: true });
  return describeDelivery(delivery);
}

/** A test: an event that nothing caused, to this endpoint alone. */
export const makePingWebhook =
  (ports: WebhookDeps, count: CountWebhook) =>
  (request: SenderRequest): Promise<Answer> =>
    count(request.caller, async () => {
      const { id: endpointId } = await namedWebhook(ports, request);
      const at = ports.clock.now().toISOString();
      const ping = { id: `ping-${mark(ports)}`, type: PING_TYPE, at, data: {} };
      const delivery = await ports.deliveries.begin(newDelivery(endpointId, ping));
      return sendByHand(ports, delivery, delivery.webhookId);
    });

export const makeResendWebhook =
  (ports: WebhookDeps, count: CountWebhook) =>
  (request: SenderRequest): Promise<Answer> =>
    count(request.caller, async () => {
      const { id: endpointId } = await namedWebhook(ports, request);
      const { delivery: id = '' } = request.path;
      const delivery = isDeliveryId(id) ? await ports.deliveries.find(endpointId, id) : undefined;
      if (!delivery) throw new Refusal('delivery_unknown');
      if (delivery.attempts.length >= MOST_ATTEMPTS) throw new Refusal('too_many');
      return sendByHand(ports, delivery, `${delivery.webhookId}-h${mark(ports)}`);
    });
