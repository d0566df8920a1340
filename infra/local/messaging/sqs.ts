import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { accountId, region } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import { jsonService, operation, type Service } from '../aws/wire.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';

interface StoredMessage {
  readonly messageId: string;
  readonly body: string;
  readonly at: number;
  readonly received: number;
  readonly visibleAt: number;
}

const QueueName = z.string().regex(/^[\w-]{1,80}$/);
const QueueUrl = z.string();

export const queueArn = (name: string): string => `arn:aws:sqs:${region}:${accountId}:${name}`;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Dead-letter queues, stored so that a person can inspect failures. Names are CreateQueue's. */
export class Queues {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  create(name: string, attributes: Record<string, string>): void {
    this.#store.put('sqs-queue', name, { name, attributes });
  }

  /** The queue of a URL or ARN, whose last part is its name. Throws QueueDoesNotExist. */
  nameOf(reference: string): string {
    const name = reference.split(/[/:]/).at(-1) ?? '';
    if (this.#store.get('sqs-queue', name)) return name;
    throw new AwsError('QueueDoesNotExist', `The queue ${name} does not exist`);
  }

  attributes(name: string): Record<string, string> {
    const queue = this.#store.get<{ attributes: Record<string, string> }>('sqs-queue', name);
    return { ...queue?.attributes };
  }

  /** Sends a message to the queue with this URL or ARN and returns its id. */
  send(reference: string, body: string): string {
    const name = this.nameOf(reference);
    const messageId = randomUUID();
    const at = this.#clock.now();
    const message: StoredMessage = { messageId, body, at, received: 0, visibleAt: at };
    this.#store.put(`sqs:${name}`, messageId, message);
    return messageId;
  }

  messages(name: string): StoredMessage[] {
    return this.#store.list<StoredMessage>(`sqs:${name}`);
  }

  /** Receives visible messages, which then stay invisible for `visibility` seconds. */
  receive(name: string, limit: number, visibility: number): StoredMessage[] {
    const now = this.#clock.now();
    const visible = this.messages(name).filter(({ visibleAt }) => visibleAt <= now);
    return visible.slice(0, limit).map((message) => {
      const { received } = message;
      const taken = { ...message, received: received + 1, visibleAt: now + visibility * 1000 };
      this.#store.put(`sqs:${name}`, message.messageId, taken);
      return taken;
    });
  }

  delete(name: string, messageId: string): void {
    this.#store.delete(`sqs:${name}`, messageId);
  }
}

const toMessage = ({ messageId, body, at, received }: StoredMessage) => ({
  MessageId: messageId,
  ReceiptHandle: messageId,
  Body: body,
  MD5OfBody: md5(body),
  Attributes: { SentTimestamp: String(at), ApproximateReceiveCount: String(received) },
});

function attributesOf(queues: Queues, reference: string) {
  const name = queues.nameOf(reference);
  const count = String(queues.messages(name).length);
  return {
    ...queues.attributes(name),
    QueueArn: queueArn(name),
    ApproximateNumberOfMessages: count,
  };
}

const CreateQueue = z.strictObject({
  QueueName,
  Attributes: z.record(z.string(), z.string()).default({}),
  tags: z.record(z.string(), z.string()).optional(),
});
const SendMessage = z.strictObject({ QueueUrl, MessageBody: z.string().min(1).max(262_144) });
const ReceiveMessage = z.strictObject({
  QueueUrl,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).default(30),
  WaitTimeSeconds: z.literal(0).optional(),
  MessageSystemAttributeNames: z.array(z.string()).optional(),
  AttributeNames: z.array(z.string()).optional(),
});

/** Amazon SQS as needed for dead-letter queues: no long polling, no FIFO. */
export function sqsService(queues: Queues, origin: () => string): Service {
  const url = (name: string) => ({ QueueUrl: `${origin()}/${accountId}/${name}` });
  return jsonService('AmazonSQS', {
    CreateQueue: operation(CreateQueue, (input) => {
      queues.create(input.QueueName, input.Attributes);
      return url(input.QueueName);
    }),
    GetQueueUrl: operation(z.strictObject({ QueueName }), (input) =>
      url(queues.nameOf(input.QueueName)),
    ),
    SendMessage: operation(SendMessage, (input) => ({
      MessageId: queues.send(input.QueueUrl, input.MessageBody),
      MD5OfMessageBody: md5(input.MessageBody),
    })),
    ReceiveMessage: operation(ReceiveMessage, (input) => {
      const { MaxNumberOfMessages, VisibilityTimeout } = input;
      const name = queues.nameOf(input.QueueUrl);
      const messages = queues.receive(name, MaxNumberOfMessages, VisibilityTimeout).map(toMessage);
      return messages.length > 0 ? { Messages: messages } : {};
    }),
    DeleteMessage: operation(z.strictObject({ QueueUrl, ReceiptHandle: z.string() }), (input) =>
      queues.delete(queues.nameOf(input.QueueUrl), input.ReceiptHandle),
    ),
    GetQueueAttributes: operation(
      z.strictObject({ QueueUrl, AttributeNames: z.array(z.string()).optional() }),
      (input) => ({ Attributes: attributesOf(queues, input.QueueUrl) }),
    ),
  });
}
