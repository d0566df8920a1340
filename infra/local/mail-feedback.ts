import { accountId } from './account.ts';
import type { NewEvent } from './event-bus.ts';
import type { JsonObject } from './json.ts';
import type { SentMail } from './sent-mail.ts';

interface Feedback {
  type: 'BOUNCE' | 'COMPLAINT';
  event: NewEvent;
}

const simulator = (name: string) =>
  new RegExp(`^${name}(\\+[^@]*)?@simulator\\.amazonses\\.com$`, 'i');

const isBouncing = (address: string) => simulator('bounce').test(address);
const isComplaining = (address: string) => simulator('complaint').test(address);

/** The `mail` object of an SES event (Amazon SES developer guide, "event data published"). */
const mailObject = (mail: SentMail, configurationSet: string | undefined): JsonObject => ({
  timestamp: new Date(mail.at).toISOString(),
  source: mail.from,
  sendingAccountId: accountId,
  messageId: mail.messageId,
  destination: mail.to,
  headersTruncated: false,
  headers: [],
  commonHeaders: {
    from: [mail.from],
    to: mail.to,
    messageId: mail.messageId,
    subject: mail.subject,
  },
  tags: {
    ...mail.tags,
    ...(configurationSet !== undefined && { 'ses:configuration-set': [configurationSet] }),
  },
});

const bounce = (mail: SentMail, recipients: readonly string[]): JsonObject => ({
  feedbackId: `${mail.messageId}-bounce`,
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: recipients.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  })),
  timestamp: new Date(mail.at).toISOString(),
});

const complaint = (mail: SentMail, recipients: readonly string[]): JsonObject => ({
  feedbackId: `${mail.messageId}-complaint`,
  complaintFeedbackType: 'abuse',
  complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
  timestamp: new Date(mail.at).toISOString(),
});

const toEvent = (detailType: string, detail: JsonObject): NewEvent => ({
  source: 'aws.ses',
  detailType,
  detail,
});

/** The events that the mailbox simulator's addresses cause (bounce@ and complaint@). */
export const feedbackEvents = (
  mail: SentMail,
  configurationSet: string | undefined,
): Feedback[] => {
  const common = { mail: mailObject(mail, configurationSet) };
  const bounced = mail.to.filter(isBouncing);
  const complained = mail.to.filter(isComplaining);
  const events: Feedback[] = [];
  if (bounced.length > 0) {
    const detail = { eventType: 'Bounce', bounce: bounce(mail, bounced), ...common };
    events.push({ type: 'BOUNCE', event: toEvent('Email Bounced', detail) });
  }
  if (complained.length > 0) {
    const detail = { eventType: 'Complaint', complaint: complaint(mail, complained), ...common };
    events.push({ type: 'COMPLAINT', event: toEvent('Email Complaint Received', detail) });
  }
  return events;
};
