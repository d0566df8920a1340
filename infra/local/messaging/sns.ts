import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import { operation, queryService, type Service } from '../aws/wire.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';

/** A text message sent to a phone number; kind `sms` in the store. `at` in ms. */
export interface SentText {
  readonly messageId: string;
  readonly at: number;
  readonly to: string;
  readonly text: string;
  readonly senderId: string | undefined;
}

/** A notification published to a topic (an alarm); kind `topic` in the store. */
export interface SentNotification {
  readonly messageId: string;
  readonly at: number;
  readonly topicArn: string;
  readonly subject: string | undefined;
  readonly message: string;
}

const Attribute = z.strictObject({
  DataType: z.enum(['String', 'Number']),
  StringValue: z.string(),
});

/** SNS's message attributes for SMS. Others, which SNS would ignore, are refused. */
const SmsAttributes = z.strictObject({
  'AWS.SNS.SMS.SenderID': Attribute.optional(),
  'AWS.SNS.SMS.SMSType': Attribute.optional(),
  'AWS.SNS.SMS.MaxPrice': Attribute.optional(),
  'AWS.MM.SMS.OriginationNumber': Attribute.optional(),
  'AWS.MM.SMS.EntityId': Attribute.optional(),
  'AWS.MM.SMS.TemplateId': Attribute.optional(),
});

const Publish = z.strictObject({
  PhoneNumber: z.string().optional(),
  TopicArn: z.string().optional(),
  Message: z.string(),
  Subject: z.string().max(100).optional(),
  MessageAttributes: SmsAttributes.optional(),
});

const TopicName = z.string().regex(/^[\w-]{1,256}$/);

const invalid = (reason: string) =>
  new AwsError('InvalidParameter', `Invalid parameter: ${reason}`);

const e164 = /^\+[1-9]\d{4,14}$/;
const senderId = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/;

/** An SMS has 140 bytes; SNS splits longer texts and rejects those above 1600 characters. */
const longestText = 1600;

function toText(input: z.output<typeof Publish>): Omit<SentText, 'messageId' | 'at'> {
  const { PhoneNumber: to = '', Message: text, MessageAttributes } = input;
  if (!e164.test(to)) throw invalid(`PhoneNumber Reason: ${to} is not valid to publish to`);
  if (text.length === 0 || text.length > longestText) throw invalid('Message Reason: its length');
  const sender = MessageAttributes?.['AWS.SNS.SMS.SenderID']?.StringValue;
  if (sender !== undefined && !senderId.test(sender)) throw invalid('SenderID');
  const type = MessageAttributes?.['AWS.SNS.SMS.SMSType']?.StringValue ?? 'Promotional';
  if (!['Promotional', 'Transactional'].includes(type)) throw invalid('SMSType');
  return { to, text, senderId: sender };
}

const topicArn = (name: string) => `arn:aws:sns:${region}:${accountId}:${name}`;

type Publication = z.output<typeof Publish>;

function publishText(store: Store, at: number, input: Publication): SentText {
  const messageId = randomUUID();
  const text: SentText = { messageId, at, ...toText(input) };
  store.put('sms', messageId, text);
  return text;
}

function publishToTopic(store: Store, at: number, input: Publication): string {
  const { TopicArn = '', Subject: subject, Message: message } = input;
  if (!store.get('sns-topic', TopicArn))
    throw new AwsError('NotFound', `Topic does not exist: ${TopicArn}`, 404);
  const messageId = randomUUID();
  const sent: SentNotification = { messageId, at, topicArn: TopicArn, subject, message };
  store.put('topic', messageId, sent);
  return messageId;
}

/** Amazon SNS: stores each message published to a phone number or topic; calls `sent` with each text message. */
export const snsService = (
  store: Store,
  clock: Clock,
  sent: (text: SentText) => void = () => {},
): Service =>
  queryService('http://sns.amazonaws.com/doc/2010-03-31/', {
    Publish: operation(Publish, (input) => {
      if ((input.PhoneNumber === undefined) === (input.TopicArn === undefined))
        throw invalid('one of TopicArn and PhoneNumber is needed');
      if (input.TopicArn !== undefined)
        return { MessageId: publishToTopic(store, clock.now(), input) };
      const text = publishText(store, clock.now(), input);
      sent(text);
      return { MessageId: text.messageId };
    }),
    CreateTopic: operation(
      z.strictObject({ Name: TopicName, Attributes: z.looseObject({}).optional() }),
      ({ Name }) => {
        store.put('sns-topic', topicArn(Name), { name: Name });
        return { TopicArn: topicArn(Name) };
      },
    ),
  });
