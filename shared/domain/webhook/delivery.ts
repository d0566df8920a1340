/** Why an attempt got no answer. */
export const ATTEMPT_FAILURES = [
  'address_refused',
  'name_unknown',
  'no_answer',
  'no_connection',
  'not_trusted',
] as const;
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

/** The answer's HTTP status, or why there was none. */
export type AttemptResult = { readonly status: number } | { readonly failure: AttemptFailure };

export type Attempt = AttemptResult & {
  /** ISO 8601. */
  readonly at: string;
  /** Until the answer or the failure. */
  readonly ms: number;
  /** Asked for by a person. */
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

/** Standard Webhooks 1.0, "Payload structure". Its id must not have a dot, which separates what is signed. */
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

/** Standard Webhooks: the receiver wants no more. */
const GONE = 410;

export const isGone = (result: AttemptResult): boolean =>
  'status' in result && result.status === GONE;

/** Attempts by the schedule, without those that a person asked for. */
export const attemptsMade = ({ attempts }: Delivery): number =>
  attempts.filter(({ byHand }) => !byHand).length;

/** Attempts that one delivery may have: its item in the table has a line for each. */
export const MOST_ATTEMPTS = 60;
