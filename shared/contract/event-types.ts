/** The `source` of every event on the bus. */
export const EVENT_SOURCE = 'sigillo';

/** What may happen to an envelope, in the order in which it does. */
export const EVENT_TYPES = [
  'envelope.created',
  'envelope.sent',
  'party.invited',
  'party.opened',
  'party.signed',
  'party.declined',
  'party.reported',
  'envelope.completed',
  'envelope.owner-changed',
  'envelope.expired',
  'envelope.voided',
  'envelope.failed',
  'envelope.purged',
  'envelope.erased',
  'delivery.failed',
  'delivery.delayed',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Of a test, which no envelope caused: only webhooks get it. */
export const PING_TYPE = 'webhook.ping';
