import type { SecretKey } from '../../ports/keys.ts';
import type { Deliveries, Redeliveries, Webhooks } from '../../ports/webhooks.ts';
import { whenNeeded } from '../../ports/when-needed.ts';

interface Variables {
  readonly WEBHOOKS_TABLE: string;
  readonly WEBHOOK_KEY: string;
  readonly REDELIVERY_ARN: string;
}

/** Adapters of what a sender rarely asks for, imported on first use. */
export const webhooksWhenNeeded = (env: Variables) => ({
  webhooks: whenNeeded<Webhooks>(
    { endpoints: true, find: true, put: true, remove: true },
    async () => (await import('./dynamo-webhooks.ts')).dynamoWebhooks(env),
  ),
  deliveries: whenNeeded<Deliveries>(
    { begin: true, find: true, list: true, record: true },
    async () => (await import('./dynamo-deliveries.ts')).dynamoDeliveries(env),
  ),
  redeliveries: whenNeeded<Redeliveries>({ start: true }, async () =>
    (await import('./sfn-redeliveries.ts')).sfnRedeliveries(env),
  ),
  secretKey: whenNeeded<SecretKey>({ seal: true, open: true }, async () =>
    (await import('../keys/kms-secret-key.ts')).kmsSecretKey(env.WEBHOOK_KEY),
  ),
});
