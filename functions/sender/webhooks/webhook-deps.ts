import { LIMITS } from '../../../shared/domain/limits.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Receivers } from '../../../shared/webhooks/receiver.ts';
import type { Caller } from '../access/caller.ts';
import type { SenderPorts } from '../ports.ts';

export type WebhookDeps = Pick<
  SenderPorts,
  'webhooks' | 'deliveries' | 'redeliveries' | 'secretKey' | 'clock' | 'random'
>;

export interface WebhookSettings {
  readonly WEBHOOK_RECEIVERS: Receivers;
}

export type CountWebhook = <T>(caller: Caller, act: () => Promise<T>) => Promise<T>;

/** Counts what one employee registers, changes, tests and sends again. */
export const makeCountWebhook =
  (ports: Pick<Ports, 'counters' | 'clock'>): CountWebhook =>
  ({ subject }, act) => {
    const most = LIMITS.webhook.perDay;
    return counted(ports, [{ act: 'webhook', of: `sender#${subject}`, per: 'day', most }], act);
  };
