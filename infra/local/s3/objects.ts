import { randomUUID } from 'node:crypto';
import type { EventBus } from '../events/event-bus.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import type { Blobs } from './blobs.ts';
import type { Buckets } from './buckets.ts';
import { checkWrite, noSuchKey, type WriteConditions } from './conditions.ts';

/** A stored object. `headers`: of its responses; `modified` in ms. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly blob: string;
  readonly size: number;
  readonly etag: string;
  readonly modified: number;
  readonly headers: Record<string, string>;
  /** base64; absent for multipart objects, for which no full-object checksum is kept here. */
  readonly crc32: string | undefined;
}

export type NewObject = Omit<StoredObject, 'modified'>;

type CreationReason = 'PutObject' | 'POST Object' | 'CopyObject' | 'CompleteMultipartUpload';
type DeletionReason = 'DeleteObject' | 'Lifecycle Expiration';

const schema = `CREATE TABLE IF NOT EXISTS s3_object (
  bucket TEXT NOT NULL, key TEXT NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL,
  etag TEXT NOT NULL, modified INTEGER NOT NULL, headers TEXT NOT NULL, crc32 TEXT,
  PRIMARY KEY (bucket, key)) WITHOUT ROWID`;

const toObject = (row: Record<string, unknown>): StoredObject => ({
  bucket: String(row.bucket),
  key: String(row.key),
  blob: String(row.blob),
  size: Number(row.size),
  etag: String(row.etag),
  modified: Number(row.modified),
  headers: JSON.parse(String(row.headers)),
  crc32: row.crc32 === null ? undefined : String(row.crc32),
});

/** The objects of all buckets, unversioned. A change and its event are stored in one transaction. */
export class Objects {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #blobs: Blobs;
  readonly #buckets: Buckets;
  readonly #bus: EventBus;

  constructor(store: Store, clock: Clock, blobs: Blobs, buckets: Buckets, bus: EventBus) {
    this.#store = store;
    this.#clock = clock;
    this.#blobs = blobs;
    this.#buckets = buckets;
    this.#bus = bus;
    store.db.exec(schema);
  }

  get(bucket: string, key: string): StoredObject | undefined {
    const row = this.#store
      .sql('SELECT * FROM s3_object WHERE bucket = ? AND key = ?')
      .get(bucket, key);
    return row && toObject(row);
  }

  /** Throws NoSuchKey. */
  find(bucket: string, key: string): StoredObject {
    const object = this.get(bucket, key);
    if (!object) throw noSuchKey();
    return object;
  }

  /** Stores an object if the conditions hold; otherwise its blob is removed. */
  put(object: NewObject, conditions: WriteConditions, reason: CreationReason): StoredObject {
    const stored = { ...object, modified: this.#clock.now() };
    let replaced: StoredObject | undefined;
    try {
      this.#store.transaction(() => {
        replaced = this.get(object.bucket, object.key);
        checkWrite(conditions, replaced);
        this.#save(stored);
        this.#announceCreation(stored, reason);
      });
    } catch (error) {
      this.#blobs.remove(object.blob);
      throw error;
    }
    if (replaced) this.#blobs.remove(replaced.blob);
    return stored;
  }

  /** Deletes an object. Deleting an absent one succeeds, unless If-Match is given. */
  delete(bucket: string, key: string, conditions: WriteConditions, reason: DeletionReason): void {
    const removed = this.#store.transaction(() => {
      const present = this.get(bucket, key);
      checkWrite(conditions, present);
      if (!present) return undefined;
      this.#store.sql('DELETE FROM s3_object WHERE bucket = ? AND key = ?').run(bucket, key);
      this.#announceDeletion(present, reason);
      return present;
    });
    if (removed) this.#blobs.remove(removed.blob);
  }

  /** Objects whose key starts with `prefix` and sorts after `after`, in UTF-8 order. */
  *list(bucket: string, prefix = '', after = ''): Generator<StoredObject> {
    const rows = this.#store.db
      .prepare('SELECT * FROM s3_object WHERE bucket = ? AND key > ? AND key >= ? ORDER BY key')
      .iterate(bucket, after, prefix);
    for (const row of rows) {
      const object = toObject(row);
      if (!object.key.startsWith(prefix)) return;
      yield object;
    }
  }

  blobs(): Set<string> {
    const rows = this.#store.sql('SELECT blob FROM s3_object').all();
    return new Set(rows.map(({ blob }) => String(blob)));
  }

  #save(object: StoredObject): void {
    const { bucket, key, blob, size, etag, modified, headers, crc32 } = object;
    this.#store
      .sql('INSERT OR REPLACE INTO s3_object VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(bucket, key, blob, size, etag, modified, JSON.stringify(headers), crc32 ?? null);
  }

  #announceCreation({ bucket, key, size, etag }: StoredObject, reason: CreationReason): void {
    const object = { key, size, etag, sequencer: this.#sequencer() };
    this.#announce(bucket, 'Object Created', { object, reason });
  }

  #announceDeletion({ bucket, key }: StoredObject, reason: DeletionReason): void {
    const object = { key, sequencer: this.#sequencer() };
    const detail = { object, reason, 'deletion-type': 'Permanently Deleted' };
    this.#announce(bucket, 'Object Deleted', detail);
  }

  #sequencer(): string {
    return this.#clock.now().toString(16).toUpperCase().padStart(16, '0');
  }

  #announce(
    bucket: string,
    detailType: string,
    change: { object: Record<string, string | number>; reason: string },
  ): void {
    const notification = this.#buckets.configuration(bucket, 'notification') ?? '';
    if (!notification.includes('EventBridgeConfiguration')) return;
    const detail = {
      version: '0',
      bucket: { name: bucket },
      ...change,
      'request-id': randomUUID(),
    };
    const resources = [`arn:aws:s3:::${bucket}`];
    this.#bus.emit('default', { source: 'aws.s3', detailType, detail, resources });
  }
}
