import type { Ports } from '../../../shared/ports/ports.ts';
import type { WebhookDeps, WebhookSettings } from './webhook-deps.ts';
import type { WebhookOperations } from './webhook-operations.ts';

/** Rare, and so no part of a cold start. */
export function webhooksWhenNeeded(
  ports: WebhookDeps & Pick<Ports, 'counters'>,
  settings: WebhookSettings,
): WebhookOperations {
  async function loaded(): Promise<WebhookOperations> {
    const { makeWebhookOperations } = await import('./webhook-operations.ts');
    return makeWebhookOperations(ports, settings);
  }
  return {
    listWebhooks: async (request) => (await loaded()).listWebhooks(request),
    newWebhook: async (request) => (await loaded()).newWebhook(request),
    changeWebhook: async (request) => (await loaded()).changeWebhook(request),
    deleteWebhook: async (request) => (await loaded()).deleteWebhook(request),
    rotateWebhookSecret: async (request) => (await loaded()).rotateWebhookSecret(request),
    listWebhookAttempts: async (request) => (await loaded()).listWebhookAttempts(request),
    resendWebhook: async (request) => (await loaded()).resendWebhook(request),
    pingWebhook: async (request) => (await loaded()).pingWebhook(request),
  };
}
