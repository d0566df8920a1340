import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { FollowedLog } from '../contract/feedback.ts';

const Batch = z.object({
  /** A `CONTROL_MESSAGE` only tries whether the function can be reached. */
  messageType: z.enum(['DATA_MESSAGE', 'CONTROL_MESSAGE']),
  logEvents: z.array(z.object({ message: z.string() })),
});

/**
 * The lines of a log group's batch that are JSON of the shape; others are left out, and so is a batch
 * that CloudWatch Logs would not send (its user guide, "Subscription filters with AWS Lambda"): told
 * again it would be no better.
 */
export function followedLines<S extends z.ZodType>(
  { awslogs }: z.output<typeof FollowedLog>,
  shape: S,
): z.output<S>[] {
  const batch = Batch.safeParse(jsonOf(unzipped(awslogs.data)));
  if (!batch.success || batch.data.messageType === 'CONTROL_MESSAGE') return [];
  return batch.data.logEvents.flatMap(({ message }) => {
    const line = shape.safeParse(jsonOf(message));
    return line.success ? [line.data] : [];
  });
}

/** Bytes; a batch holds at most one megabyte of log. */
const LARGEST = 8 << 20;

function unzipped(data: string): string {
  try {
    return gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: LARGEST }).toString();
  } catch {
    return '';
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
