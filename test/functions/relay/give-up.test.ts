import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeGiveUp } from '../../../functions/relay/give-up.ts';
import { addedEntry, envelopeIdIn } from '../../../shared/aws/ledger/dynamo-stream.ts';
import { listRow } from '../../../shared/domain/envelope/list-row.ts';
import type { Letters } from '../../../shared/ports/workflow.ts';
import type { StreamRecord } from '../../../shared/runtime/stream-pipeline.ts';
import { type AwsTarget, startAws } from '../../fixtures/aws-target.ts';
import { underWay } from '../../fixtures/envelope-steps.ts';
import { memoryPorts } from '../../fixtures/memory-ports.ts';

let aws: AwsTarget;
let letters: Letters;
let received: () => Promise<string[]>;

beforeAll(async () => {
  aws = await startAws();
  const { CreateQueueCommand, ReceiveMessageCommand, SQSClient } = await import(
    '@aws-sdk/client-sqs'
  );
  const sqs = new SQSClient(aws.config);
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'letters' }));
  const { sqsLetters } = await import('../../../shared/aws/workflow/sqs-letters.ts');
  letters = sqsLetters({ LETTERS_URL: QueueUrl });
  received = async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body = '' }) => Body);
  };
});
afterAll(() => aws.stop());

async function lastRecord(padding = '') {
  const ports = memoryPorts();
  const id = await underWay(ports);
  const entry = (await ports.ledger.entries(id)).at(-1)!;
  const retention = { evidenceYears: 10, draftDays: 60 };
  await ports.envelopes.put(listRow(await ports.ledger.load(id), retention));
  const record: StreamRecord = {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: '7',
      Keys: marshall({ envelopeId: id, seq: entry.seq }),
      NewImage: marshall({ ...entry, ...(padding && { padding }) }),
    },
  };
  return { ports, id, entry, record };
}

test('a letter is the event to invoke the function with, and its envelope is due now', async () => {
  const { ports, id, entry, record } = await lastRecord();
  await makeGiveUp({ ...ports, letters }, envelopeIdIn)(record);
  const [letter = ''] = await received();
  expect(addedEntry(JSON.parse(letter).Records[0])).toEqual(entry);
  expect(ports.envelopes.rows.get(id)?.dueAt).toBe(ports.clock.now().toISOString());
});

test('a letter of no envelope makes none due', async () => {
  const { ports, record } = await lastRecord();
  const posted: string[] = [];
  const due: string[] = [];
  ports.watch.makeDue = async (id) => void due.push(id);
  const post = async (letter: string) => void posted.push(letter);
  await makeGiveUp({ ...ports, letters: { post } as Letters }, () => undefined)(record);
  expect([posted.length, due]).toEqual([1, []]);
});

test('a letter that no queue would take says only where the entry lies', async () => {
  const { ports, id, record } = await lastRecord('x'.repeat(300_000));
  await makeGiveUp({ ...ports, letters }, envelopeIdIn)(record);
  const [letter = ''] = await received();
  expect(letter.length).toBeLessThan(1_000);
  expect(envelopeIdIn(JSON.parse(letter).Records[0])).toBe(id);
});
