import { Conflict } from '../../shared/domain/errors.ts';
import { afterAttempt, type Endpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { WebhookPorts } from './ports.ts';
import type { TellOwner } from './tell-owner.ts';

export type Settle = (
  endpoint: Endpoint,
  outcome: 'delivered' | 'failed' | 'gone',
) => Promise<Endpoint>;

const TRIES = 5;

/** Keeps since when an endpoint fails; one that failed for too long is switched off, and its owner told first. */
export const makeSettle =
  ({ webhooks, clock }: Pick<WebhookPorts, 'webhooks' | 'clock'>, tellOwner: TellOwner): Settle =>
  async (endpoint, outcome) => {
    let standing: Endpoint | undefined = endpoint;
    for (let tries = 0; tries < TRIES && standing; tries++) {
      const after = afterAttempt(standing, outcome, clock.now());
      if (!after) return standing;
      if (after.off) await tellOwner(after);
      if (await webhooks.put(after)) return after;
      standing = await webhooks.find(endpoint.id);
    }
    if (standing) throw new Conflict('the endpoint changed concurrently');
    return endpoint;
  };
