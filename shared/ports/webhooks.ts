import type { Attempt, AttemptFailure, Delivery } from '../domain/webhook/delivery.ts';
import type { Endpoint } from '../domain/webhook/endpoint.ts';
import type { Page } from './lists.ts';

/** Endpoints of the company's systems to which events are posted. */
export interface Webhooks {
  /** All, strongly consistent. */
  endpoints(): Promise<readonly Endpoint[]>;
  /** Strongly consistent. */
  find(id: string): Promise<Endpoint | undefined>;
  /** False, and nothing is changed, unless the stored `seq` is the previous one. */
  put(endpoint: Endpoint): Promise<boolean>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
}

/** Deliveries: made or about to be made; deleted after 30 days. */
export interface Deliveries {
  /** Adds it, or returns the existing one with its id. */
  begin(delivery: Delivery): Promise<Delivery>;
  /** Strongly consistent. */
  find(endpointId: string, id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  list(query: {
    readonly endpointId: string;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<Delivery>>;
  /** Adds an attempt; returns the updated delivery, or undefined if it was deleted. */
  record(endpointId: string, id: string, attempt: Attempt): Promise<Delivery | undefined>;
}

/** The delivery that a workflow execution continues. */
export interface Redelivery {
  readonly endpointId: string;
  readonly deliveryId: string;
  /** Until the next attempt. */
  readonly seconds: number;
  /** A single attempt requested by a person. */
  readonly byHand?: true;
}

export interface Redeliveries {
  /** Idempotent by name: at most 80 letters, digits and hyphens. */
  start(name: string, redelivery: Redelivery): Promise<void>;
}

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type PostAnswer =
  | { readonly status: number; readonly retryAfter?: string }
  | { readonly failure: AttemptFailure };

/** Posts once to a URL chosen by others. Never throws for the receiver's behaviour. */
export type Post = (request: PostRequest) => Promise<PostAnswer>;
