import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Stored bytes. `md5` is hex; the checksums are base64, as in S3. */
export interface Blob {
  readonly id: string;
  readonly size: number;
  readonly md5: string;
  readonly sha256: string;
  readonly crc32: string;
}

/** A byte range of a blob; `end` is inclusive. */
export interface BlobRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function crc32Base64(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('base64');
}

/** The bodies of objects and parts: one immutable file each, streamed. */
export class Blobs {
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  #path(id: string): string {
    return join(this.#folder, id);
  }

  /** Streams bytes into a new file, which is on disk when this resolves; a failed stream leaves no file. */
  async write(source: AsyncIterable<Buffer>): Promise<Blob> {
    const id = randomUUID();
    try {
      return { id, ...(await this.#fill(id, source)) };
    } catch (error) {
      this.remove(id);
      throw error;
    }
  }

  async #fill(id: string, source: AsyncIterable<Buffer>): Promise<Omit<Blob, 'id'>> {
    const file = await open(this.#path(id), 'wx');
    const md5 = createHash('md5');
    const sha256 = createHash('sha256');
    let [size, checksum] = [0, 0];
    try {
      for await (const chunk of source) {
        md5.update(chunk);
        sha256.update(chunk);
        checksum = crc32(chunk, checksum);
        size += chunk.length;
        await file.writeFile(chunk);
      }
      await file.datasync();
    } finally {
      await file.close();
    }
    const digests = { md5: md5.digest('hex'), sha256: sha256.digest('base64') };
    return { size, ...digests, crc32: crc32Base64(checksum) };
  }

  /** Reads a range; an empty one gives nothing. */
  async *read({ id, start, end }: BlobRange): AsyncGenerator<Buffer> {
    if (end < start) return;
    yield* createReadStream(this.#path(id), { start, end }) as AsyncIterable<Buffer>;
  }

  remove(id: string): void {
    rmSync(this.#path(id), { force: true });
  }

  /** Removes files that no row refers to: left by a crash between writing the file and its row. */
  removeOthers(kept: ReadonlySet<string>): void {
    for (const id of readdirSync(this.#folder)) if (!kept.has(id)) this.remove(id);
  }
}
