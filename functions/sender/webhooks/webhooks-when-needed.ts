import type { Ports } from '../../../shared/ports/ports.ts';
import { whenNeeded } from '../../../shared/ports/when-needed.ts';
import type { WebhookDeps, WebhookSettings } from './webhook-deps.ts';
import type { WebhookOperations } from './webhook-operations.ts';

/** Rare, and so no part of a cold start. */
export const webhooksWhenNeeded = (
  ports: WebhookDeps & Pick<Ports, 'counters'>,
  settings: WebhookSettings,
): WebhookOperations =>
  whenNeeded<WebhookOperations>(
    {
      listWebhooks: true,
      newWebhook: true,
      changeWebhook: true,
      deleteWebhook: true,
      rotateWebhookSecret: true,
      listWebhookAttempts: true,
      resendWebhook: true,
      pingWebhook: true,
    },
    async () => (await import('./webhook-operations.ts')).makeWebhookOperations(ports, settings),
  );
