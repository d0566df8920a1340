import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let sqs: SQSClient;

beforeAll(async () => {
  target = await Target.start();
  sqs = new SQSClient(clientConfig(target.endpoint));
});
afterAll(() => target.stop());

async function createQueue() {
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: uniqueName('dead-letters') }),
  );
  return QueueUrl ?? '';
}

test('a message that was sent is received, and hidden from the next receiver', async () => {
  const QueueUrl = await createQueue();
  const { MessageId } = await sqs.send(
    new SendMessageCommand({ QueueUrl, MessageBody: '{"a":1}' }),
  );
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages).toMatchObject([{ MessageId, Body: '{"a":1}' }]);
  const again = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(again.Messages).toBeUndefined();
});

test('a deleted message is gone', async () => {
  const QueueUrl = await createQueue();
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'once' }));
  const input = { QueueUrl, VisibilityTimeout: 0 };
  const { Messages } = await sqs.send(new ReceiveMessageCommand(input));
  const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  expect((await sqs.send(new ReceiveMessageCommand(input))).Messages).toBeUndefined();
});

test('a queue tells its ARN and how many messages wait', async () => {
  const QueueUrl = await createQueue();
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  expect(Attributes?.ApproximateNumberOfMessages).toBe('1');
  expect(Attributes?.QueueArn).toMatch(/^arn:aws:sqs:.*:dead-letters-/);
});

test('an unknown queue is refused', async () => {
  const command = new GetQueueUrlCommand({ QueueName: uniqueName('nowhere') });
  await expect(sqs.send(command)).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  test('keeps messages over a restart', async () => {
    const QueueUrl = await createQueue();
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'kept' }));
    await target.restart();
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.[0]?.Body).toBe('kept');
  });

  test('refuses an operation it does not imitate', async () => {
    const command = new PurgeQueueCommand({ QueueUrl: await createQueue() });
    await expect(sqs.send(command)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
