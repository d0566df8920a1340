import type { Delivery } from '../../domain/webhook/delivery.ts';
import type { Endpoint } from '../../domain/webhook/endpoint.ts';

/** Table `Webhooks`: all endpoints in one partition, because each event is matched against all of them. */
export interface EndpointItem {
  readonly pk: string;
  readonly sk: string;
  readonly seq: number;
  readonly endpoint: Endpoint;
}

export const ENDPOINTS = 'endpoints';

export const endpointItem = (endpoint: Endpoint): EndpointItem => ({
  pk: ENDPOINTS,
  sk: endpoint.id,
  seq: endpoint.seq,
  endpoint,
});

/** Deliveries to one endpoint, sorted by the event's instant. */
export type DeliveryItem = Omit<Delivery, 'endpointId' | 'id'> & {
  readonly pk: string;
  readonly sk: string;
  /** TTL, epoch seconds. */
  readonly expiresAt: number;
};

const KEPT_SECONDS = 30 * 86_400;

export const deliveryKey = (endpointId: string, id: string) => ({
  pk: `delivery#${endpointId}`,
  sk: id,
});

export const deliveryItem = ({ endpointId, id, ...rest }: Delivery, now: Date): DeliveryItem => ({
  ...deliveryKey(endpointId, id),
  ...rest,
  expiresAt: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
});

export const deliveryIn = ({ pk, sk, expiresAt: _, ...rest }: DeliveryItem): Delivery => ({
  endpointId: pk.slice(pk.indexOf('#') + 1),
  id: sk,
  ...rest,
});
