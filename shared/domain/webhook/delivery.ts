/** Why an attempt got no response. */
export const ATTEMPT_FAILURES = [
  'address_refused',
  'name_unknown',
  'no_answer',
  'no_connection',
  'not_trusted',
] as const;
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

/** HTTP status of the response, or the reason why there was none. */
export type AttemptResult = { readonly status: number } | { readonly failure: AttemptFailure };

export type Attempt = AttemptResult & {
  /** ISO 8601. */
  readonly at: string;
  /** Duration until the response or the failure. */
  readonly ms: number;
  /** Set if a person requested the attempt. */
  readonly byHand?: true;
};

/** One event for one endpoint. */
export interface Delivery {
  readonly endpointId: string;
  /** Sorts by the event's instant; usable in a path. */
  readonly id: string;
  /** `webhook-id`: the same for every attempt. */
  readonly webhookId: string;
  readonly type: string;
  /** The event's instant, ISO 8601. */
  readonly at: string;
  /** The JSON that is posted. */
  readonly body: string;
  readonly attempts: readonly Attempt[];
}

export interface DeliveredEvent {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  /** What receivers get as `data`. */
  readonly data: object;
}

/**
 * Standard Webhooks 1.0, "Payload structure". The id must not contain a dot, which separates the signed parts.
 */
export const newDelivery = (
  endpointId: string,
  { id, type, at, data }: DeliveredEvent,
): Delivery => ({
  ...{ endpointId, id: deliveryId(at, id), webhookId: `${id}-${endpointId}`, type, at },
  body: JSON.stringify({ type, timestamp: at, data }),
  attempts: [],
});

const deliveryId = (at: string, eventId: string): string =>
  `${at.replace(/[-:.]/g, '')}-${eventId}`;

export const isDeliveryId = (text: string): boolean =>
  /^\d{8}T\d{6,9}Z-[0-9A-Za-z-]{1,60}$/.test(text);

export const isDelivered = ({ attempts }: Pick<Delivery, 'attempts'>): boolean =>
  attempts.some(isSuccess);

export const isSuccess = (result: AttemptResult): boolean =>
  'status' in result && result.status >= 200 && result.status < 300;

/** Standard Webhooks: status of a receiver that wants no more events. */
const GONE = 410;

export const isGone = (result: AttemptResult): boolean =>
  'status' in result && result.status === GONE;

/** Number of scheduled attempts, without those requested by a person. */
export const attemptsMade = ({ attempts }: Delivery): number =>
  attempts.filter(({ byHand }) => !byHand).length;

/** Maximum number of attempts of one delivery, all stored in its item. */
export const MOST_ATTEMPTS = 60;
