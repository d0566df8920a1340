import * as z from 'zod';
import { isEnvelopeId } from '../domain/envelope/envelope-id.ts';
import { NOTICES } from '../domain/ledger/entries.ts';
import type { EventType } from './event-types.ts';

/** SES reports each tag as a list; ours have one value. */
const tag = <S extends z.ZodType>(value: S) =>
  z
    .array(z.unknown())
    .transform(([first]) => first)
    .pipe(value);

const envelopeId = z.string().max(26).refine(isEnvelopeId);
const messageId = z.string().regex(/^[\w-]{1,100}$/);
/** A category of the provider's vocabulary; anything longer could be free text with a contact in it. */
const category = z
  .string()
  .regex(/^[A-Za-z]{1,40}$/)
  .catch('Unknown');

const round = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** The tags of our mails; mails of the first releases lack the last two. */
const MailTags = z.object({
  envelope: tag(envelopeId),
  party: tag(z.string().regex(/^[a-z0-9]{1,12}$/)),
  notice: tag(z.enum(NOTICES)),
  round: tag(round).optional(),
  message: tag(messageId).optional(),
});

/** SES's `eventType` values for an accepted mail. */
export const MAIL_EVENTS = [
  'Bounce',
  'Complaint',
  'Reject',
  'Rendering Failure',
  'DeliveryDelay',
] as const;

/** SES's event on the default bus (SES developer guide, "Contents of event data"). */
export const MailEvent = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.enum(MAIL_EVENTS),
    mail: z.object({
      messageId,
      destination: z.array(z.string().max(320)).min(1).max(50).optional().catch(undefined),
      tags: MailTags,
    }),
    bounce: z.object({ bounceType: category, bounceSubType: category }).optional(),
    deliveryDelay: z.object({ delayType: category }).optional(),
  }),
});
export type MailEvent = z.output<typeof MailEvent>;

/** A CloudWatch Logs subscription event: base64 of gzip of JSON. */
export const FollowedLog = z.object({ awslogs: z.object({ data: z.base64() }) });

/** A line of SNS's delivery status log about an undelivered text message. */
export const TextFailure = z.object({
  status: z.literal('FAILURE'),
  notification: z.object({ messageId }),
  delivery: z.object({
    destination: z.string().max(20).optional().catch(undefined),
    providerResponse: z.string().optional().catch(undefined),
  }),
});
export type TextFailure = z.output<typeof TextFailure>;

/** Sigillo's own events that trigger a mail to the sender. */
export const MAILED_EVENTS = [
  'delivery.failed',
  'envelope.owner-changed',
] as const satisfies EventType[];

/** Such an event; names and contacts are read from the ledger. */
export const OwnEvent = z.object({
  source: z.literal('sigillo'),
  'detail-type': z.enum(MAILED_EVENTS),
  detail: z.object({
    metadata: z.object({ envelopeId, id: z.string().regex(/^\w{26}-\d{1,9}$/) }),
  }),
});
export type OwnEvent = z.output<typeof OwnEvent>;
