import type { Ports } from '../../../shared/ports/ports.ts';
import {
  makeChangeWebhook,
  makeDeleteWebhook,
  makeNewWebhook,
  makeRotateWebhookSecret,
} from './change-webhook.ts';
import { makeListWebhookAttempts, makeListWebhooks } from './read-webhooks.ts';
import { makePingWebhook, makeResendWebhook } from './send-again.ts';
import { makeCountWebhook, type WebhookDeps, type WebhookSettings } from './webhook-deps.ts';

/** What people do with webhooks. */
export function makeWebhookOperations(
  ports: WebhookDeps & Pick<Ports, 'counters'>,
  settings: WebhookSettings,
) {
  const count = makeCountWebhook(ports);
  return {
    listWebhooks: makeListWebhooks(ports),
    newWebhook: makeNewWebhook(ports, count, settings),
    changeWebhook: makeChangeWebhook(ports, count, settings),
    deleteWebhook: makeDeleteWebhook(ports),
    rotateWebhookSecret: makeRotateWebhookSecret(ports, count),
    listWebhookAttempts: makeListWebhookAttempts(ports),
    resendWebhook: makeResendWebhook(ports, count),
    pingWebhook: makePingWebhook(ports, count),
  };
}

export type WebhookOperations = ReturnType<typeof makeWebhookOperations>;
