import * as z from 'zod';
import { REPORTS } from '../domain/ledger/entries.ts';
import type { EventType } from './event-types.ts';

const instant = z.iso.datetime();

/** Common to all events. `id` is stable over redelivery, so that consumers can deduplicate. */
const metadata = z.object({
  id: z.string(),
  version: z.literal(1),
  at: instant,
  envelopeId: z.string(),
  /** The employee whose it is, by the token's `sub`; absent from events of earlier releases. */
  owner: z.string().optional(),
  /** As the system that created the envelope gave them. */
  externalId: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});

const party = z.object({ party: z.string(), role: z.enum(['director', 'client']) });

/** `round` counts the party's invitations and corrected contacts, from 0. */
const message = z.object({
  to: z.string(),
  notice: z.string(),
  reason: z.string(),
  round: z.number().optional(),
});

/** `detail.data` by detail-type. Never contains a link, code, name, address or field value. */
export const EVENT_DATA = {
  'envelope.created': z.object({
    owner: z.string(),
    parties: z.number(),
    /** What it was made from, where it was made from one. */
    template: z.object({ id: z.string(), version: z.number() }).optional(),
  }),
  'envelope.sent': z.object({ deadline: instant, documentSha256: z.string() }),
  'party.invited': party.extend({ notice: z.enum(['invitation', 'reminder']) }),
  'party.opened': party,
  'party.signed': party.extend({ method: z.enum(['typed', 'drawn', 'image']) }),
  'party.declined': party,
  'party.reported': party.extend({ about: z.enum(REPORTS) }),
  'envelope.completed': z.object({
    sha256: z.string(),
    length: z.number(),
    /** Object key of the signed file in the document bucket until then; absent from events of earlier releases. */
    key: z.string().optional(),
    removedAt: instant,
    /** Object keys in the archive bucket, if one is configured. */
    archive: z.optional(z.object({ signed: z.string(), ledger: z.string() })),
  }),
  'envelope.owner-changed': z.object({ owner: z.string() }),
  'envelope.expired': z.object({}),
  'envelope.voided': z.object({}),
  'envelope.failed': z.object({ stage: z.enum(['prepare', 'seal']), code: z.string() }),
  'envelope.purged': z.object({}),
  'envelope.erased': z.object({}),
  'delivery.failed': message.extend({ kind: z.enum(['failed', 'complaint']).optional() }),
  'delivery.delayed': message,
} as const satisfies Record<EventType, z.ZodObject>;

/** An event on bus `sigillo`, with source `sigillo`. */
export type SigilloEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly detail: {
      readonly metadata: z.output<typeof metadata>;
      readonly data: z.output<(typeof EVENT_DATA)[T]>;
    };
  };
}[EventType];

export const eventDetail = (type: EventType) => z.object({ metadata, data: EVENT_DATA[type] });
