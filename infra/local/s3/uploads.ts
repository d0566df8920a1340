import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws/aws-error.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import type { Blob, Blobs } from './blobs.ts';

/** A multipart upload in progress; `started` in ms. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly started: number;
}

export interface Part {
  readonly number: number;
  readonly blob: string;
  readonly size: number;
  readonly etag: string;
  readonly crc32: string;
}

const schema = `CREATE TABLE IF NOT EXISTS s3_part (
  upload TEXT NOT NULL, number INTEGER NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL,
  etag TEXT NOT NULL, crc32 TEXT NOT NULL, PRIMARY KEY (upload, number)) WITHOUT ROWID`;

const kind = 's3-upload';

const toPart = (row: Record<string, unknown>): Part => ({
  number: Number(row.number),
  blob: String(row.blob),
  size: Number(row.size),
  etag: String(row.etag),
  crc32: String(row.crc32),
});

/** Stored multipart uploads and their parts. */
export class Uploads {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #blobs: Blobs;

  constructor(store: Store, clock: Clock, blobs: Blobs) {
    this.#store = store;
    this.#clock = clock;
    this.#blobs = blobs;
    store.db.exec(schema);
  }

  create(bucket: string, key: string, headers: Record<string, string>): Upload {
    const upload = { id: randomUUID(), bucket, key, headers, started: this.#clock.now() };
    this.#store.put(kind, upload.id, upload);
    return upload;
  }

  /** Throws NoSuchUpload, also if the upload is for another object. */
  find(id: string, bucket: string, key: string): Upload {
    const upload = this.#store.get<Upload>(kind, id);
    if (upload?.bucket === bucket && upload.key === key) return upload;
    throw new AwsError('NoSuchUpload', 'The specified multipart upload does not exist.', 404);
  }

  list(bucket: string): Upload[] {
    return this.#store.list<Upload>(kind).filter((upload) => upload.bucket === bucket);
  }

  /** Stores a part; replaces an earlier part of the same number. */
  putPart({ id }: Upload, number: number, blob: Blob): Part {
    const part = { number, blob: blob.id, size: blob.size, etag: blob.md5, crc32: blob.crc32 };
    const replaced = this.parts(id).find((other) => other.number === number);
    this.#store
      .sql('INSERT OR REPLACE INTO s3_part VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, number, part.blob, part.size, part.etag, part.crc32);
    if (replaced) this.#blobs.remove(replaced.blob);
    return part;
  }

  /** The parts of an upload in ascending order. */
  parts(id: string): Part[] {
    const rows = this.#store.sql('SELECT * FROM s3_part WHERE upload = ? ORDER BY number').all(id);
    return rows.map(toPart);
  }

  /** Deletes an upload and its parts. */
  remove({ id }: Upload): void {
    const parts = this.parts(id);
    this.#store.transaction(() => {
      this.#store.sql('DELETE FROM s3_part WHERE upload = ?').run(id);
      this.#store.delete(kind, id);
    });
    for (const { blob } of parts) this.#blobs.remove(blob);
  }

  blobs(): Set<string> {
    const rows = this.#store.sql('SELECT blob FROM s3_part').all();
    return new Set(rows.map(({ blob }) => String(blob)));
  }
}
