import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { accountId, region } from '../aws/account.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';

export type StreamViewType = 'NEW_AND_OLD_IMAGES' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'KEYS_ONLY';

/** A stream record as Lambda receives it in `Records`. */
type StreamRecord = JsonObject;

/** `seq` is the cursor: pass the last one seen as `after`. */
export interface LoggedRecord {
  readonly seq: number;
  readonly record: StreamRecord;
}

/** A write about to be made, recorded so that recovery after a crash can tell whether it happened. */
export interface Intent {
  readonly id: string;
  readonly table: string;
  readonly key: JsonObject;
  readonly old: JsonObject | undefined;
  readonly expired: boolean;
}

const schema = `
  CREATE TABLE IF NOT EXISTS stream_record (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, tbl TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS stream_record_tbl ON stream_record (tbl, seq);`;

function eventNameOf(old: JsonObject | undefined, now: JsonObject | undefined) {
  if (!old) return 'INSERT';
  return now ? 'MODIFY' : 'REMOVE';
}

const imagesOf = (
  view: StreamViewType,
  old: JsonObject | undefined,
  now: JsonObject | undefined,
): JsonObject => ({
  ...(now && view !== 'OLD_IMAGE' && view !== 'KEYS_ONLY' && { NewImage: now }),
  ...(old && view !== 'NEW_IMAGE' && view !== 'KEYS_ONLY' && { OldImage: old }),
});

export const streamArn = (table: string): string =>
  `arn:aws:dynamodb:${region}:${accountId}:table/${table}/stream/local`;

/** TTL deletions carry this identity (DynamoDB developer guide, "streams and time to live"). */
const timeToLiveIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

/**
 * Durable streams of all tables: one record per changed item, in the order of the changes. Each write is
 * first recorded as an intent. After a crash between write and record, `intents` are settled against what the
 * table then contains.
 */
export class ChangeLog {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #listeners = new Set<(table: string) => void>();
  /** Position by table, then by follower. */
  readonly #positions = new Map<string, Map<string, number>>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    store.db.exec(schema);
  }

  begin(write: Omit<Intent, 'id'>): Intent {
    const intent = { id: randomUUID(), ...write };
    this.#store.put('ddb-intent', intent.id, intent);
    return intent;
  }

  /** Intents of writes that a crash interrupted. */
  intents(): Intent[] {
    return this.#store.list<Intent>('ddb-intent');
  }

  /** Ends an intent: logs the change, if the item now differs from what it was. */
  settle(intent: Intent, now: JsonObject | undefined, view: StreamViewType): void {
    const changed = !isDeepStrictEqual(intent.old, now);
    this.#store.transaction(() => {
      if (changed) this.#append(intent, now, view);
      this.#store.delete('ddb-intent', intent.id);
    });
    if (changed) for (const listener of this.#listeners) listener(intent.table);
  }

  #append({ table, key, old, expired }: Intent, now: JsonObject | undefined, view: StreamViewType) {
    const at = this.#clock.now();
    const body = JSON.stringify({
      eventID: randomUUID().replaceAll('-', ''),
      eventName: eventNameOf(old, now),
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      ...(expired && { userIdentity: timeToLiveIdentity }),
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(at / 1000),
        Keys: key,
        ...imagesOf(view, old, now),
        StreamViewType: view,
      },
      eventSourceARN: streamArn(table),
    });
    this.#store
      .sql('INSERT INTO stream_record (tbl, at, body) VALUES (?, ?, ?)')
      .run(table, at, body);
  }

  /** Calls `listener` with the table's name after each new record; returns the unsubscribe function. */
  onRecord(listener: (table: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The table's records with a `seq` above `after` (0 = from the start), oldest first. */
  records(table: string, after: number, limit = 100): LoggedRecord[] {
    const rows = this.#store
      .sql('SELECT seq, body FROM stream_record WHERE tbl = ? AND seq > ? ORDER BY seq LIMIT ?')
      .all(table, after, limit);
    return rows.map(({ seq, body }) => ({
      seq: Number(seq),
      record: withSequenceNumber(JSON.parse(String(body)), Number(seq)),
    }));
  }

  /** Retains the table's records above `seq` for `follower`, whatever the other followers have processed. */
  follow(table: string, follower: string, seq: number): void {
    const positions = this.#positions.get(table) ?? new Map<string, number>();
    this.#positions.set(table, positions.set(follower, seq));
  }

  /** Marks the table's records up to `seq` as processed by `follower`; what all have processed is deleted. */
  trim(table: string, follower: string, seq: number): void {
    this.follow(table, follower, seq);
    const positions = this.#positions.get(table) ?? new Map<string, number>();
    this.#store
      .sql('DELETE FROM stream_record WHERE tbl = ? AND seq <= ?')
      .run(table, Math.min(...positions.values()));
  }
}

const withSequenceNumber = (record: StreamRecord, seq: number): StreamRecord => ({
  ...record,
  dynamodb: { ...(record.dynamodb as JsonObject), SequenceNumber: String(seq).padStart(21, '0') },
});
