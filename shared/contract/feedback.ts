import * as z from 'zod';
import { isEnvelopeId } from '../domain/envelope/envelope-id.ts';
import { NOTICES } from '../domain/ledger/entries.ts';
import type { EventType } from './events.ts';

/** SES gives each tag a list of values; ours have one. */
const tag = <S extends z.ZodType>(value: S) =>
  z
    .array(z.unknown())
    .transform(([first]) => first)
    .pipe(value);

const envelopeId = z.string().max(26).refine(isEnvelopeId);
const messageId = z.string().regex(/^[\w-]{1,100}$/);
/** Of the provider's own vocabulary: anything longer or stranger than a category says nothing. */
const category = z
  .string()
  .regex(/^[A-Za-z]{1,40}$/)
  .catch('Unknown');

const round = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);

/** The tags that our mails are sent with; the last two only since rounds are told apart. */
const MailTags = z.object({
  envelope: tag(envelopeId),
  party: tag(z.string().regex(/^[a-z0-9]{1,12}$/)),
  notice: tag(z.enum(NOTICES)),
  round: tag(round).optional(),
  message: tag(messageId).optional(),
});

/** The names that SES gives in `eventType` to what may become of a mail that it has accepted. */
export const MAIL_EVENTS = [
  'Bounce',
  'Complaint',
  'Reject',
  'Rendering Failure',
  'DeliveryDelay',
] as const;

/** What SES puts on the default bus (its developer guide, "Contents of event data"). */
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

/** What CloudWatch Logs hands to a function that follows a log group: lines, as base64 of gzip of JSON. */
export const FollowedLog = z.object({ awslogs: z.object({ data: z.base64() }) });

/** A line of the log in which SNS says which text messages did not arrive. */
export const TextFailure = z.object({
  status: z.literal('FAILURE'),
  notification: z.object({ messageId }),
  delivery: z.object({
    destination: z.string().max(20).optional().catch(undefined),
    providerResponse: z.string().optional().catch(undefined),
  }),
});
export type TextFailure = z.output<typeof TextFailure>;

/** The events of our own that its sender gets a mail about. */
export const MAILED_EVENTS = [
  'delivery.failed',
  'envelope.owner-changed',
] as const satisfies EventType[];

/** One of them, as the function hears it: who and what is in the ledger. */
export const OwnEvent = z.object({
  source: z.literal('sigillo'),
  'detail-type': z.enum(MAILED_EVENTS),
  detail: z.object({
    metadata: z.object({ envelopeId, id: z.string().regex(/^\w{26}-\d{1,9}$/) }),
  }),
});
export type OwnEvent = z.output<typeof OwnEvent>;
