import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { FollowedLog } from '../contract/delivery-failure.ts';

const Batch = z.object({
  /** A `CONTROL_MESSAGE` only tries whether the function can be reached. */
  messageType: z.enum(['DATA_MESSAGE', 'CONTROL_MESSAGE']),
  logEvents: z.array(z.object({ message: z.string() })),
});

/**
 * The lines of a log group's batch that are JSON of the shape; others are left out. Throws for a batch
 * that CloudWatch Logs would not send (its user guide, "Subscription filters with AWS Lambda").
 */
export function followedLines<S extends z.ZodType>(
  { awslogs }: z.output<typeof FollowedLog>,
  shape: S,
): z.output<S>[] {
  const json = gunzipSync(Buffer.from(awslogs.data, 'base64'), { maxOutputLength: LARGEST });
  const { messageType, logEvents } = Batch.parse(JSON.parse(json.toString()));
  if (messageType === 'CONTROL_MESSAGE') return [];
  return logEvents.flatMap(({ message }) => {
    const line = shape.safeParse(jsonOf(message));
    return line.success ? [line.data] : [];
  });
}

/** Bytes; a batch holds at most one megabyte of log. */
const LARGEST = 8 << 20;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
