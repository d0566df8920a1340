import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sha256 } from '../../shared/domain/sha256.ts';
import type { StoredObject } from './stored-state.ts';

/** Location of an object's bytes: the first `length` bytes of a file in `objects/`. */
export interface IndexedObject {
  readonly file: string;
  readonly length: number;
  readonly etag: string;
  readonly contentType: string;
}

/**
 * Writes the bucket's objects and an index by key. Each revision is a prefix of the next, so only the longest is
 * written.
 */
export function writeObjects(directory: string, objects: ReadonlyMap<string, StoredObject>): void {
  mkdirSync(join(directory, 'objects'));
  const longestFirst = [...objects].sort(([, a], [, b]) => b.bytes.length - a.bytes.length);
  const written: { file: string; bytes: Uint8Array }[] = [];
  const index = longestFirst.map(([key, { bytes, etag, contentType }]): [string, IndexedObject] => {
    const whole = written.find(
      (it) => Buffer.compare(bytes, it.bytes.subarray(0, bytes.length)) === 0,
    );
    const file = whole?.file ?? `${sha256(bytes).slice(0, 16)}${extname(key)}`;
    if (!whole) {
      writeFileSync(join(directory, 'objects', file), bytes);
      written.push({ file, bytes });
    }
    return [key, { file, length: bytes.length, etag, contentType }];
  });
  const lines = index.sort().map(([key, at]) => `${JSON.stringify(key)}: ${JSON.stringify(at)}`);
  writeFileSync(join(directory, 'objects.json'), `{\n${lines.join(',\n')}\n}\n`);
}
