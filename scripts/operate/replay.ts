import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { type DeadLetterFunction, type Deployment, deadLetterFunctionsOf } from './deployment.ts';
import { invoke } from './invoke.ts';
import { payloadOf } from './letter.ts';

export interface Replayed {
  readonly done: number;
  /** Ids of letters that stay in the queue, with the reason. */
  readonly left: readonly string[];
}

/**
 * Visibility timeout, seconds; longer than any function runs, so that no letter is received twice in one replay.
 */
const HELD_SECONDS = 16 * 60;

/**
 * Invokes the function again with each dead letter's event, and deletes the letter on success. Every
 * function is idempotent.
 */
export async function replay(deployment: Deployment, name: DeadLetterFunction): Promise<Replayed> {
  const sqs = new SQSClient({});
  const QueueUrl = deployment.queueUrl(name);
  const report = { done: 0, left: [] as string[] };
  for await (const { Body = '', ReceiptHandle, MessageId } of letters(sqs, QueueUrl)) {
    try {
      await replayOne(deployment.functionName(name), Body);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      report.done += 1;
    } catch (error) {
      report.left.push(`${MessageId}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return report;
}

async function* letters(sqs: SQSClient, QueueUrl: string): AsyncIterable<Message> {
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HELD_SECONDS,
      }),
    );
    if (Messages.length === 0) return;
    yield* Messages;
  }
}

async function replayOne(functionName: string, body: string): Promise<void> {
  const answer = await invoke(functionName, payloadOf(body));
  const { batchItemFailures = [] } = (answer ?? {}) as { batchItemFailures?: readonly unknown[] };
  if (batchItemFailures.length > 0) throw new Error('it could not be carried: see its log');
}

/** Number of letters in each queue. */
export async function countLetters(
  deployment: Deployment,
): Promise<[DeadLetterFunction, number][]> {
  const sqs = new SQSClient({});
  const counts: [DeadLetterFunction, number][] = [];
  for (const name of deadLetterFunctionsOf(deployment.config)) {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: deployment.queueUrl(name),
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    counts.push([name, Number(Attributes?.ApproximateNumberOfMessages ?? 0)]);
  }
  return counts;
}
