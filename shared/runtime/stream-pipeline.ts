import middy from '@middy/core';
import type { LambdaContext } from './http-event.ts';
import { knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';
import { inLogScope, noteEnvelope } from './log-scope.ts';
import { isPassing } from './passing-fault.ts';

/** A DynamoDB stream record, in attribute value notation. */
export interface StreamRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime?: number;
    readonly Keys?: Readonly<Record<string, unknown>>;
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
  /** Undefined for a change to ignore. */
  readonly read: (record: StreamRecord) => T | undefined;
  /** Items of a group are processed in order; a failure stops its own group only. */
  readonly group: (item: T) => string;
  readonly run: (item: T) => Promise<void>;
  /** Stores a failed record elsewhere, so that its group can continue. */
  readonly giveUp: (record: StreamRecord) => Promise<void>;
  /** Envelope id of the record, also if `read` fails. */
  readonly envelopeIdIn: (record: StreamRecord) => string | undefined;
  readonly clock: { now(): Date };
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Attempts for errors that are not transient. */
const TRIES = 10;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 1_000;

/** DynamoDB streams keep records for 24 hours. */
const LAST_TRY_MS = 23.5 * 3_600_000;

/**
 * Processes a stream batch, groups concurrently. For transient errors, reports the first failure of each
 * group, and Lambda retries from the earliest one, so `run` must be idempotent. A record that fails otherwise
 * is tried ten times, then given up, as is one that has been failing for almost a day.
 */
export function streamPipeline<T>(options: StreamOptions<T>): StreamHandler {
  async function handle({ Records }: StreamEvent): Promise<StreamResult> {
    const groups = [...inGroups(Records, options).values()];
    const failed = await Promise.all(
      groups.map((steps) => inLogScope(() => firstFailure(steps, options))),
    );
    return {
      batchItemFailures: failed.flatMap((sequence) =>
        sequence === undefined ? [] : [{ itemIdentifier: sequence }],
      ),
    };
  }
  return middy(handle, { timeoutEarlyInMillis: 0 }) as unknown as StreamHandler;
}

interface Step {
  readonly record: StreamRecord;
  readonly group: string;
  readonly run: () => Promise<void>;
}

function inGroups<T>(
  records: readonly StreamRecord[],
  options: StreamOptions<T>,
): Map<string, Step[]> {
  const groups = new Map<string, Step[]>();
  for (const record of records) {
    const step = stepOf(record, options);
    if (step) groups.set(step.group, [...(groups.get(step.group) ?? []), step]);
  }
  return groups;
}

/** A record that cannot be read gets a group of its own. */
function stepOf<T>(record: StreamRecord, { read, group, run }: StreamOptions<T>): Step | undefined {
  try {
    const item = read(record);
    if (item === undefined) return undefined;
    return { record, group: group(item), run: () => run(item) };
  } catch (fault) {
    return {
      record,
      group: record.dynamodb.SequenceNumber,
      run: () => Promise.reject(knownError(fault)),
    };
  }
}

/** Sequence number of the group's first record to retry; undefined if all succeeded. */
async function firstFailure<T>(
  steps: readonly Step[],
  options: StreamOptions<T>,
): Promise<string | undefined> {
  for (const step of steps) {
    noteEnvelope(options.envelopeIdIn(step.record));
    try {
      await carry(step, options);
    } catch (fault) {
      report('stream', step, fault);
      return step.record.dynamodb.SequenceNumber;
    }
  }
  return undefined;
}

async function carry<T>(step: Step, options: StreamOptions<T>): Promise<void> {
  const { giveUp, clock, pause } = options;
  for (let tries = 1; ; tries++) {
    try {
      return await step.run();
    } catch (fault) {
      if (isPassing(fault) && ageOf(step.record, clock) < LAST_TRY_MS) throw fault;
      if (isPassing(fault) || tries === TRIES) {
        report('letter', step, fault);
        return giveUp(step.record);
      }
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** tries, MAX_PAUSE_MS));
    }
  }
}

const ageOf = ({ dynamodb }: StreamRecord, clock: { now(): Date }): number =>
  dynamodb.ApproximateCreationDateTime === undefined
    ? 0
    : clock.now().getTime() - dynamodb.ApproximateCreationDateTime * 1_000;

const report = (operation: string, { group, record }: Step, fault: unknown): void =>
  log('error', operation, {
    group,
    sequence: record.dynamodb.SequenceNumber,
    ...errorFacts(knownError(fault)),
  });
