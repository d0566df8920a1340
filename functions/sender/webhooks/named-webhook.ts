import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import {
  type Endpoint,
  isEndpointId,
  seesEndpoint,
} from '../../../shared/domain/webhook/endpoint.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderRequest } from '../sender-request.ts';

type Request = Pick<SenderRequest, 'path' | 'caller'>;

/** Throws `webhook_unknown` for one that the caller may not see, too. */
export async function namedWebhook(
  { webhooks }: Pick<Ports, 'webhooks'>,
  { path: { id = '' }, caller }: Request,
): Promise<Endpoint> {
  const endpoint = isEndpointId(id) ? await webhooks.find(id) : undefined;
  if (!endpoint || !seesEndpoint(caller, endpoint)) throw new Refusal('webhook_unknown');
  return endpoint;
}

const TRIES = 5;

/** Decides anew if it changed meanwhile: deliveries change it too. */
export async function changeNamed(
  ports: Pick<Ports, 'webhooks'>,
  request: Request,
  change: (endpoint: Endpoint) => Endpoint,
): Promise<Endpoint> {
  for (let tries = 0; tries < TRIES; tries++) {
    const after = change(await namedWebhook(ports, request));
    if (await ports.webhooks.put(after)) return after;
  }
  throw new Conflict('the webhook changed concurrently');
}
