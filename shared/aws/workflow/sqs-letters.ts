import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Letters } from '../../ports/workflow.ts';

/** Module-scope client. */
const sqs = new SQSClient({});

export const sqsLetters = ({ LETTERS_URL }: { LETTERS_URL: string }): Letters => ({
  post: async (letter) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: LETTERS_URL, MessageBody: letter }));
  },
});
