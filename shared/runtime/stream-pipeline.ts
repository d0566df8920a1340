import middy from '@middy/core';
import type { LambdaContext } from './http-event.ts';
import { knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';
import { inLogScope, noteEnvelope } from './log-scope.ts';
import { isPassing } from './passing-fault.ts';

/** One change as a DynamoDB stream reports it, in the table's own attribute notation. */
export interface StreamRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Seconds since 1970. */
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
  /** Undefined for a change that is of no interest. */
  readonly read: (record: StreamRecord) => T | undefined;
  /** Items of one group are handled in order; a failure holds up its own group alone. */
  readonly group: (item: T) => string;
  readonly run: (item: T) => Promise<void>;
  /** Keeps a record elsewhere, so that what comes after it goes on. */
  readonly giveUp: (record: StreamRecord) => Promise<void>;
  /** Whose record it is, also where `read` cannot read it. */
  readonly envelopeIdIn: (record: StreamRecord) => string | undefined;
  readonly clock: { now(): Date };
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Of a record that our own code fails on: another try may meet another moment. */
const TRIES = 10;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/** The stream forgets a record after a day, and tells nobody whose it was. */
const LAST_TRY_MS = 23.5 * 3_600_000;

/**
 * A table's stream; groups go side by side. While a service is out of reach, the first failure of each
 * group is reported, and Lambda retries from the lowest one, so `run` must bear being called again. What
 * fails for another reason is tried ten times and given up, as is what has been failing for a day.
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

/** What cannot be read belongs to no group that is known. */
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

/** The sequence number of the first record of a group that must be tried again. */
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
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS));
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
