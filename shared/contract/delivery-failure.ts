import * as z from 'zod';
import { DeliverResult, DeliverTask } from './tasks.ts';

/** SES gives each tag a list of values; ours have one. */
const tag = <S extends z.ZodType>(value: S) =>
  z
    .array(value)
    .min(1)
    .transform(([first]) => first as z.output<S>);

/** The tags that our mails are sent with. Mails of other applications have others. */
export const MailTags = z.object({
  envelope: tag(z.string()),
  party: tag(z.string()),
  notice: tag(z.enum(['invitation', 'reminder', 'code', 'delivery', 'notice'])),
});

/**
 * What SES puts on the default bus when a mail does not arrive: detail-types "Email Bounced", "Email
 * Complaint Received", "Email Rejected" and "Email Rendering Failed".
 */
export const MailFailure = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: z.enum(['Bounce', 'Complaint', 'Reject', 'Rendering Failure']),
    mail: z.object({ tags: z.unknown() }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).optional(),
  }),
});
export type MailFailure = z.output<typeof MailFailure>;

/** What CloudWatch Logs hands to a function that follows a log group: lines, as base64 of gzip of JSON. */
export const FollowedLog = z.object({ awslogs: z.object({ data: z.base64() }) });

/** A line of the log in which SNS says which text messages did not arrive. */
export const TextFailure = z.object({
  status: z.literal('FAILURE'),
  notification: z.object({ messageId: z.string() }),
  delivery: z.object({ providerResponse: z.string().optional() }),
});
export type TextFailure = z.output<typeof TextFailure>;

/** What the deliver function is invoked with: by the workflow, by SES's rule, or by SNS's log. */
export const DeliverEvent = z.union([DeliverTask, MailFailure, FollowedLog]);
export const DeliverEventResult = z.union([DeliverResult, z.object({ recorded: z.literal(true) })]);
