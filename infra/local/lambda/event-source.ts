import { createHash, randomUUID } from 'node:crypto';
import { type ChangeLog, type LoggedRecord, streamArn } from '../dynamodb/change-log.ts';
import { type EventPattern, matchesPattern } from '../events/event-pattern.ts';
import type { DeliveryJudge } from '../iam/access.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Queues } from '../messaging/sqs.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { sleepUntil } from '../time/timer.ts';
import type { Lambda } from './lambda.ts';

/** An event source mapping from a table's stream. Times in seconds; `maximumAge` -1 means no limit. */
export type EventSourceMapping = {
  readonly id: string;
  readonly table: string;
  readonly functionName: string;
  readonly batchSize: number;
  /** Seconds that an incomplete batch waits for further records. */
  readonly batchWindow: number;
  /** Parallel batches per shard. Records of one partition key stay in order. */
  readonly lanes: number;
  readonly reportItemFailures: boolean;
  readonly bisect: boolean;
  readonly maximumRetries: number;
  readonly maximumAge: number;
  readonly onFailure: string | undefined;
  readonly filters: readonly EventPattern[];
};

/** Progress of a mapping: records up to `cursor` are processed. `size`: of the next batch. */
type Position = { readonly cursor: number; readonly attempts: number; readonly size: number };

type Ports = {
  readonly store: Store;
  readonly clock: Clock;
  readonly changes: ChangeLog;
  readonly lambda: Lambda;
  readonly queues: Queues;
  readonly judge: DeliveryJudge;
};

const READING = ['DescribeStream', 'GetShardIterator', 'GetRecords'].map(
  (name) => `dynamodb:${name}`,
);

const kind = 'event-source';
const longestPause = 60_000;

/** One second, doubled after each failure, up to a minute. */
const pauseAfter = (attempts: number) => Math.min(1000 * 2 ** (attempts - 1), longestPause);

const bodyOf = ({ record }: LoggedRecord) =>
  isObject(record.dynamodb) ? record.dynamodb : ({} as JsonObject);

const sequenceNumberOf = (record: LoggedRecord) => String(bodyOf(record).SequenceNumber);

const arrivalOf = (record: LoggedRecord) =>
  Number(bodyOf(record).ApproximateCreationDateTime) * 1000;

/** Records are distributed by partition key, as Lambda's parallelization factor does. */
function laneOf(record: LoggedRecord, lanes: number): number {
  const [key] = Object.values(
    isObject(bodyOf(record).Keys) ? (bodyOf(record).Keys as JsonObject) : {},
  );
  const digest = createHash('sha256')
    .update(JSON.stringify(key ?? null))
    .digest();
  return digest.readUInt32BE() % lanes;
}

/** Delivers a table's stream records to a function, in the mapping's number of lanes. */
export class EventSource {
  readonly #lanes: readonly Lane[];

  constructor(mapping: EventSourceMapping, ports: Ports) {
    this.#lanes = Array.from(
      { length: mapping.lanes },
      (_, lane) => new Lane(mapping, lane, ports),
    );
  }

  /** Call before any source of the table starts, so that no source deletes records that another still needs. */
  register(): void {
    for (const lane of this.#lanes) lane.register();
  }

  start(): void {
    this.register();
    for (const lane of this.#lanes) lane.start();
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}

/**
 * Delivers one lane's records in order, batch by batch. A failed batch is retried or bisected until it
 * succeeds, or its limits send it to the on-failure queue.
 */
class Lane {
  readonly #mapping: EventSourceMapping;
  readonly #lane: number;
  readonly #id: string;
  readonly #ports: Ports;
  readonly #ending = new AbortController();
  #ended: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};
  #forgetRecords: () => void = () => {};

  constructor(mapping: EventSourceMapping, lane: number, ports: Ports) {
    this.#mapping = mapping;
    this.#lane = lane;
    this.#id = mapping.lanes === 1 ? mapping.id : `${mapping.id}#${lane}of${mapping.lanes}`;
    this.#ports = ports;
  }

  register(): void {
    this.#ports.changes.follow(this.#mapping.table, this.#id, this.#position.cursor);
  }

  start(): void {
    this.#forgetRecords = this.#ports.changes.onRecord((table) => {
      if (table === this.#mapping.table) this.#wake();
    });
    this.#ended = this.#follow().catch((error: unknown) => {
      if (!this.#ending.signal.aborted) throw error;
    });
  }

  async close(): Promise<void> {
    this.#ending.abort();
    this.#forgetRecords();
    this.#wake();
    await this.#ended;
  }

  #trim(seq: number): void {
    this.#ports.changes.trim(this.#mapping.table, this.#id, seq);
  }

  /** A mapping whose number of lanes was changed continues from the position saved for a single lane. */
  get #position(): Position {
    const { id, batchSize } = this.#mapping;
    const { store } = this.#ports;
    const saved = store.get<Position>(kind, this.#id) ?? store.get<Position>(kind, id);
    return saved ?? { cursor: 0, attempts: 0, size: batchSize };
  }

  #save(position: Position): void {
    this.#ports.store.put(kind, this.#id, position);
  }

  async #follow(): Promise<void> {
    while (!this.#ending.signal.aborted) {
      const { cursor, size } = this.#position;
      const more = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const records = this.#ports.changes.records(this.#mapping.table, cursor);
      const own = this.#own(records).slice(0, size);
      if (own.length > 0) await this.#handle(own);
      else if (records.length > 0) this.#advance(records.at(-1), 0);
      else await more;
    }
  }

  #own(records: readonly LoggedRecord[]): LoggedRecord[] {
    const { lanes } = this.#mapping;
    return records.filter((record) => laneOf(record, lanes) === this.#lane);
  }

  /**
   * Waits until the batch window of its first record is over and adds what has arrived; retries do not wait.
   * Records do not expire during this wait, even if the clock is moved by days.
   */
  async #gathered(batch: readonly LoggedRecord[]): Promise<readonly LoggedRecord[]> {
    const { cursor, attempts, size } = this.#position;
    const { batchWindow, table } = this.#mapping;
    const [first] = batch;
    if (!first || attempts > 0 || batch.length === size) return batch;
    const { clock, changes } = this.#ports;
    await sleepUntil(clock, arrivalOf(first) + batchWindow * 1000, this.#ending.signal);
    return this.#own(changes.records(table, cursor)).slice(0, size);
  }

  async #handle(batch: readonly LoggedRecord[]): Promise<void> {
    if (!this.#mayRead()) return this.#pause(1);
    const tooOld = batch.filter((record) => this.#expired(record));
    if (tooOld.length > 0) return this.#discard(tooOld, 'RecordAgeExceeded');
    await this.#deliverOrRetry(await this.#gathered(batch));
  }

  async #deliverOrRetry(batch: readonly LoggedRecord[]): Promise<void> {
    const failedAt = await this.#deliver(batch);
    this.#ending.signal.throwIfAborted();
    if (failedAt === undefined) return this.#advance(batch.at(-1), 0);
    if (failedAt > 0) return this.#tryFrom(batch, failedAt);
    await this.#tryAgain(batch);
  }

  /** Lambda polls the stream with the function's role; without permission the records wait. */
  #mayRead(): boolean {
    const { functionName, table } = this.#mapping;
    const stream = streamArn(table);
    return READING.every((action) => this.#ports.judge.functionMay(functionName, action, stream));
  }

  #expired(record: LoggedRecord): boolean {
    const { maximumAge } = this.#mapping;
    return maximumAge >= 0 && this.#ports.clock.now() - arrivalOf(record) > maximumAge * 1000;
  }

  /** Index of the first failed record, or undefined if all succeeded. */
  async #deliver(batch: readonly LoggedRecord[]): Promise<number | undefined> {
    const { filters, functionName, reportItemFailures } = this.#mapping;
    const wanted = batch.filter(
      ({ record }) =>
        filters.length === 0 || filters.some((filter) => matchesPattern(filter, record)),
    );
    if (wanted.length === 0) return undefined;
    try {
      const Records = wanted.map(({ record }) => record);
      const answer = await this.#ports.lambda.invoke(functionName, { Records });
      return reportItemFailures ? firstFailure(batch, answer) : undefined;
    } catch {
      return 0;
    }
  }

  #advance(last: LoggedRecord | undefined, attempts: number): void {
    if (!last) return;
    this.#save({ cursor: last.seq, attempts, size: this.#mapping.batchSize });
    this.#trim(last.seq);
  }

  async #tryFrom(batch: readonly LoggedRecord[], failedAt: number): Promise<void> {
    this.#advance(batch[failedAt - 1], 1);
    await this.#pause(1);
  }

  async #tryAgain(batch: readonly LoggedRecord[]): Promise<void> {
    const { bisect, maximumRetries } = this.#mapping;
    const { cursor, attempts, size } = this.#position;
    if (maximumRetries >= 0 && attempts >= maximumRetries)
      return this.#discard(batch, 'RetryAttemptsExhausted');
    const split = bisect && batch.length > 1;
    const half = Math.ceil(batch.length / 2);
    this.#save({ cursor, attempts: split ? attempts : attempts + 1, size: split ? half : size });
    await this.#pause(attempts + 1);
  }

  #pause(attempts: number): Promise<void> {
    const { clock } = this.#ports;
    return sleepUntil(clock, clock.now() + pauseAfter(attempts), this.#ending.signal);
  }

  #discard(batch: readonly LoggedRecord[], condition: string): void {
    const { store, queues, judge } = this.#ports;
    const { onFailure, functionName } = this.#mapping;
    const open = onFailure && judge.functionMay(functionName, 'sqs:SendMessage', onFailure);
    store.transaction(() => {
      if (onFailure && open)
        queues.send(onFailure, JSON.stringify(this.#failureRecord(batch, condition)));
      this.#advance(batch.at(-1), 0);
    });
  }

  /** The record that Lambda sends to a stream's on-failure destination: positions in the stream, no data. */
  #failureRecord(batch: readonly LoggedRecord[], condition: string): Json {
    const [first, last] = [batch[0], batch.at(-1)];
    const { clock } = this.#ports;
    return {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: this.#mapping.functionName,
        condition,
        approximateInvokeCount: this.#position.attempts + 1,
      },
      DDBStreamBatchInfo: {
        shardId: 'local',
        startSequenceNumber: first ? sequenceNumberOf(first) : '',
        endSequenceNumber: last ? sequenceNumberOf(last) : '',
        batchSize: batch.length,
        streamArn: streamArn(this.#mapping.table),
      },
    };
  }
}

/** If the function reports a record outside the batch as failed, the whole batch counts as failed (Lambda guide). */
function firstFailure(batch: readonly LoggedRecord[], answer: Json): number | undefined {
  const failures = isObject(answer) ? answer.batchItemFailures : undefined;
  if (!Array.isArray(failures) || failures.length === 0) return undefined;
  const numbers = batch.map(sequenceNumberOf);
  const indexes = failures.map((failure) =>
    numbers.indexOf(isObject(failure) ? String(failure.itemIdentifier) : ''),
  );
  return Math.max(0, Math.min(...indexes));
}
