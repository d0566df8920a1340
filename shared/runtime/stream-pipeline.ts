import middy from '@middy/core';
import type { LambdaContext } from './http-event.ts';
import { knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';

/** One change as a DynamoDB stream reports it, in the table's own attribute notation. */
export interface StreamRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly NewImage?: Readonly<Record<string, unknown>>;
  };
}

export interface StreamEvent {
  readonly Records: readonly StreamRecord[];
}

export interface StreamResult {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export type StreamHandler = (event: StreamEvent, context: LambdaContext) => Promise<StreamResult>;

interface StreamOptions<T> {
  /** Undefined for a change that is of no interest. */
  readonly read: (record: StreamRecord) => T | undefined;
  /** Items of one group are handled in order; a failure holds up its own group alone. */
  readonly group: (item: T) => string;
  readonly run: (item: T) => Promise<void>;
}

/**
 * A table's stream. The first failure of each group is reported; Lambda retries from the lowest one,
 * so `run` must bear being called again.
 */
export function streamPipeline<T>(options: StreamOptions<T>): StreamHandler {
  const handle = async ({ Records }: StreamEvent): Promise<StreamResult> => {
    const failed = new Map<string, string>();
    for (const record of Records) await handleRecord(record, options, failed);
    return {
      batchItemFailures: [...failed.values()].map((itemIdentifier) => ({ itemIdentifier })),
    };
  };
  return middy(handle, { timeoutEarlyInMillis: 0 }) as unknown as StreamHandler;
}

async function handleRecord<T>(
  record: StreamRecord,
  { read, group, run }: StreamOptions<T>,
  failed: Map<string, string>,
): Promise<void> {
  const sequence = record.dynamodb.SequenceNumber;
  let key = sequence;
  try {
    const item = read(record);
    if (item === undefined) return;
    key = group(item);
    if (!failed.has(key)) await run(item);
  } catch (thrown) {
    failed.set(key, sequence);
    log('error', 'stream', { group: key, sequence, ...errorFacts(knownError(thrown)) });
  }
}
