import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { FollowedLog } from '../contract/feedback.ts';

const Batch = z.object({
  /** A `CONTROL_MESSAGE` only tests whether the function is reachable. */
  messageType: z.enum(['DATA_MESSAGE', 'CONTROL_MESSAGE']),
  logEvents: z.array(z.object({ message: z.string() })),
});

/**
 * The JSON lines of a log subscription event that match the schema. Ignores other lines and malformed events
 * (CloudWatch Logs user guide, "Subscription filters with AWS Lambda"), since a retry would not help.
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

/** Bytes; CloudWatch Logs sends at most 1 MB of log per event. */
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
