import type { Attempt, AttemptFailure, Delivery } from '../domain/webhook/delivery.ts';
import type { Endpoint } from '../domain/webhook/endpoint.ts';
import type { Page } from './lists.ts';

/** Where the company's systems are told of events. */
export interface Webhooks {
  /** All, strongly consistent. */
  endpoints(): Promise<readonly Endpoint[]>;
  /** Strongly consistent. */
  find(id: string): Promise<Endpoint | undefined>;
  /** False, and nothing is changed, unless what stands there has the `seq` before. */
  put(endpoint: Endpoint): Promise<boolean>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
}

/** What was posted, or is about to be; forgotten after 30 days. */
export interface Deliveries {
  /** Adds it, or returns what stands there under its id. */
  begin(delivery: Delivery): Promise<Delivery>;
  /** Strongly consistent. */
  find(endpointId: string, id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  list(query: {
    readonly endpointId: string;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<Delivery>>;
  /** Adds an attempt; returns what stands there then, or undefined if it is forgotten. */
  record(endpointId: string, id: string, attempt: Attempt): Promise<Delivery | undefined>;
}

/** Which delivery a workflow of its own goes on with. */
export interface Redelivery {
  readonly endpointId: string;
  readonly deliveryId: string;
  /** Until the next attempt. */
  readonly seconds: number;
  /** A single attempt, which a person asked for. */
  readonly byHand?: true;
}

export interface Redeliveries {
  /** Once under a name of at most 80 letters, digits and hyphens. */
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

/** Posts once to an address that others chose. Never throws for what the receiver does. */
export type Post = (request: PostRequest) => Promise<PostAnswer>;
