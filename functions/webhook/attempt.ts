import {
  type AttemptResult,
  type Delivery,
  isGone,
  isSuccess,
} from '../../shared/domain/webhook/delivery.ts';
import { type Endpoint, liveSecrets } from '../../shared/domain/webhook/endpoint.ts';
import type { PostAnswer } from '../../shared/ports/webhooks.ts';
import { signedHeaders } from '../../shared/webhooks/signed-headers.ts';
import type { WebhookPorts } from './ports.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { Settle } from './settle.ts';

export interface Attempted {
  readonly endpoint: Endpoint;
  readonly delivery: Delivery;
  /** What the receiver asked for, in seconds. */
  readonly retryAfter?: number;
}

export type MakeAttempt = (
  endpoint: Endpoint,
  delivery: Delivery,
  byHand?: true,
) => Promise<Attempted>;

/** Posts once, with a timestamp of its own, and records what came of it. */
export const makeAttempt =
  (ports: WebhookPorts, settle: Settle): MakeAttempt =>
  async (endpoint, delivery, byHand) => {
    const { clock, deliveries } = ports;
    const at = clock.now();
    const answer = await posted(ports, endpoint, delivery, at);
    const ms = clock.now().getTime() - at.getTime();
    const attempt = { ...resultOf(answer), at: at.toISOString(), ms, ...(byHand && { byHand }) };
    const after = await deliveries.record(endpoint.id, delivery.id, attempt);
    const settled = await settle(endpoint, outcomeOf(answer));
    const retryAfter = retryAfterSeconds(answer, clock.now());
    return {
      endpoint: settled,
      delivery: after ?? { ...delivery, attempts: [...delivery.attempts, attempt] },
      ...(retryAfter !== undefined && { retryAfter }),
    };
  };

async function posted(
  { post, secretKey }: WebhookPorts,
  endpoint: Endpoint,
  { webhookId: id, body }: Delivery,
  at: Date,
): Promise<PostAnswer> {
  const secrets = await Promise.all(
    liveSecrets(endpoint, at).map(({ sealed }) => secretKey.open(sealed, endpoint.id)),
  );
  return post({ url: endpoint.url, headers: signedHeaders({ id, at, body }, secrets), body });
}

const resultOf = (answer: PostAnswer): AttemptResult =>
  'status' in answer ? { status: answer.status } : { failure: answer.failure };

function outcomeOf(answer: PostAnswer): 'delivered' | 'failed' | 'gone' {
  if (isSuccess(answer)) return 'delivered';
  return isGone(answer) ? 'gone' : 'failed';
}
