import {
  CreateTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SentNotification, SentText } from '../../../infra/local/messaging/sns.ts';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let sns: SNSClient;

beforeAll(async () => {
  target = await Target.start();
  sns = new SNSClient(clientConfig(target.endpoint));
});
afterAll(() => target.stop());

const attributes = {
  'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'Sigillo' },
  'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
};

const publish = (PhoneNumber: string, Message = 'Ciao: 123456 è il codice') =>
  sns.send(new PublishCommand({ PhoneNumber, Message, MessageAttributes: attributes }));

test('a text to a phone number gets a message id', async () => {
  expect((await publish('+393331234567')).MessageId).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['3331234567', '+0391234567', '+39 333 1234567', ''])(
  'a number that is not E.164 is refused: "%s"',
  async (number) => {
    await expect(publish(number)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  },
);

test('a text above 1600 characters is refused', async () => {
  await expect(publish('+393331234567', 'x'.repeat(1601))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});

test('a message needs a phone number or a topic', async () => {
  const command = new PublishCommand({ Message: 'to nobody' });
  await expect(sns.send(command)).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('a topic takes messages', async () => {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: uniqueName('alarms') }));
  const { MessageId } = await sns.send(new PublishCommand({ TopicArn, Message: 'ALARM' }));
  expect(MessageId).toBeTruthy();
});

test('a topic that does not exist is refused', async () => {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: uniqueName('alarms') }));
  const command = new PublishCommand({ TopicArn: `${TopicArn}-other`, Message: 'ALARM' });
  await expect(sns.send(command)).rejects.toMatchObject({ name: 'NotFoundException' });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  test('keeps a text, as it was sent, over a restart', async () => {
    const { MessageId } = await publish('+393330000001', 'Codice <123456> & altro: è');
    await target.restart();
    const text = target.own.store.get<SentText>('sms', MessageId ?? '');
    expect(text).toMatchObject({
      to: '+393330000001',
      text: 'Codice <123456> & altro: è',
      senderId: 'Sigillo',
    });
  });

  test('keeps what was published to a topic', async () => {
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: uniqueName('alarms') }));
    const command = new PublishCommand({ TopicArn, Subject: 'Seal', Message: 'ALARM' });
    const { MessageId } = await sns.send(command);
    const notification = target.own.store.get<SentNotification>('topic', MessageId ?? '');
    expect(notification).toMatchObject({ topicArn: TopicArn, subject: 'Seal', message: 'ALARM' });
  });

  test('refuses an attribute it does not know', async () => {
    const command = new PublishCommand({
      PhoneNumber: '+393331234567',
      Message: 'hello',
      MessageAttributes: { priority: { DataType: 'String', StringValue: 'high' } },
    });
    await expect(sns.send(command)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('refuses an operation it does not imitate', async () => {
    const listing = sns.send(new ListTopicsCommand({}));
    await expect(listing).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
