import type { WebhookEvent, WebhookResult } from '../../shared/contract/webhook-tasks.ts';
import type { Redeliveries } from '../../shared/ports/webhooks.ts';
import { makeAttempt } from './attempt.ts';
import { makeOffer } from './offer.ts';
import type { WebhookPorts } from './ports.ts';
import { makeRedeliver } from './redeliver.ts';
import { makeSettle } from './settle.ts';
import type { TellOwner } from './tell-owner.ts';

/** Events for the company's systems, and what is tried again. */
export function makeWebhook(
  ports: WebhookPorts & { redeliveries: Redeliveries },
  tellOwner: TellOwner,
) {
  const attempt = makeAttempt(ports, makeSettle(ports, tellOwner));
  const offer = makeOffer(ports, attempt);
  const redeliver = makeRedeliver(ports, attempt);
  return async (event: WebhookEvent): Promise<WebhookResult> =>
    'operation' in event ? redeliver(event) : offer(event);
}
