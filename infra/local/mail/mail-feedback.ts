import { accountId } from '../aws/account.ts';
import type { NewEvent } from '../events/event-bus.ts';
import type { JsonObject } from '../json.ts';
import type { EventType } from './sending-settings.ts';
import type { SentMail } from './sent-mail.ts';

interface Feedback {
  readonly type: EventType;
  readonly event: NewEvent;
}

interface Simulated {
  readonly type: EventType;
  readonly detailType: string;
  readonly detail: (mail: SentMail, recipients: readonly string[]) => JsonObject;
}

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

const bounce =
  (bounceType: string, bounceSubType: string, status: JsonObject = {}): Simulated['detail'] =>
  (mail, recipients) => ({
    eventType: 'Bounce',
    bounce: {
      feedbackId: `${mail.messageId}-bounce`,
      bounceType,
      bounceSubType,
      bouncedRecipients: recipients.map((emailAddress) => ({ emailAddress, ...status })),
      timestamp: new Date(mail.at).toISOString(),
    },
  });

const complaint: Simulated['detail'] = (mail, recipients) => ({
  eventType: 'Complaint',
  complaint: {
    feedbackId: `${mail.messageId}-complaint`,
    complaintFeedbackType: 'abuse',
    complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    timestamp: new Date(mail.at).toISOString(),
  },
});

const delay: Simulated['detail'] = (mail, recipients) => ({
  eventType: 'DeliveryDelay',
  deliveryDelay: {
    delayType: 'TransientCommunicationFailure',
    expirationTime: new Date(mail.at + 14 * 3_600_000).toISOString(),
    delayedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      status: '4.4.1',
      diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host',
    })),
    timestamp: new Date(mail.at).toISOString(),
  },
});

const unknownUser = {
  action: 'failed',
  status: '5.1.1',
  diagnosticCode: 'smtp; 550 5.1.1 user unknown',
};

/** The SES mailbox simulator's addresses. `delay` is our own addition, so that a person can see a delivery delay. */
const simulator: Record<string, Simulated> = {
  bounce: {
    ...{ type: 'BOUNCE', detailType: 'Email Bounced' },
    detail: bounce('Permanent', 'General', unknownUser),
  },
  suppressionlist: {
    ...{ type: 'BOUNCE', detailType: 'Email Bounced' },
    detail: bounce('Permanent', 'Suppressed', unknownUser),
  },
  ooto: {
    ...{ type: 'BOUNCE', detailType: 'Email Bounced' },
    detail: bounce('Transient', 'General'),
  },
  complaint: {
    ...{ type: 'COMPLAINT', detailType: 'Email Complaint Received' },
    detail: complaint,
  },
  delay: {
    ...{ type: 'DELIVERYDELAY', detailType: 'Email Delivery Delayed' },
    detail: delay,
  },
};

const isAt = (name: string, address: string) =>
  new RegExp(`^${name}(\\+[^@]*)?@simulator\\.amazonses\\.com$`, 'i').test(address);

/** The events that mails to the mailbox simulator's addresses cause. */
export const feedbackEvents = (mail: SentMail, configurationSet: string | undefined): Feedback[] =>
  Object.entries(simulator).flatMap(([name, { type, detailType, detail }]) => {
    const recipients = mail.to.filter((address) => isAt(name, address));
    if (recipients.length === 0) return [];
    const about = { ...detail(mail, recipients), mail: mailObject(mail, configurationSet) };
    return [{ type, event: { source: 'aws.ses', detailType, detail: about } }];
  });
