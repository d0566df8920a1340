import { createSHA256 } from 'hash-wasm';

type Hasher = Awaited<ReturnType<typeof createSHA256>>;

/** Where hash-wasm's saved state keeps the number of bytes hashed so far (uint64, little endian). */
const COUNT_OFFSET = 4 + 64;

export interface HashedFile {
  /** Hexadecimal. */
  sha256: string;
  /** Base64. A new build of hash-wasm refuses it: hash the stored file again to get a new one. */
  hashState: string;
}

/** A SHA-256 that can be stopped, stored as text and resumed by another process. */
export class ResumableHash {
  readonly #hasher: Hasher;

  private constructor(hasher: Hasher) {
    this.#hasher = hasher;
  }

  static async start(): Promise<ResumableHash> {
    return new ResumableHash((await createSHA256()).init());
  }

  /** Throws if the state did not hash exactly `length` bytes: it belongs to another revision. */
  static async resume(hashState: string, length: number): Promise<ResumableHash> {
    const state = new Uint8Array(Buffer.from(hashState, 'base64'));
    const counted = Number(Buffer.from(state).readBigUInt64LE(COUNT_OFFSET));
    if (counted !== length) throw new Error(`hash state covers ${counted} bytes, not ${length}`);
    return new ResumableHash((await createSHA256()).load(state));
  }

  update(bytes: Uint8Array): void {
    this.#hasher.update(bytes);
  }

  /** The digest if `bytes` were all that followed; the hash itself stays where it was. */
  digestWith(bytes: Uint8Array): Uint8Array {
    const state = this.#hasher.save();
    const digest = this.#hasher.update(bytes).digest('binary');
    this.#hasher.load(state);
    return digest;
  }

  finish(): HashedFile {
    const hashState = Buffer.from(this.#hasher.save()).toString('base64');
    return { sha256: this.#hasher.digest('hex'), hashState };
  }
}

export async function hashFile(bytes: Uint8Array): Promise<HashedFile> {
  const hash = await ResumableHash.start();
  hash.update(bytes);
  return hash.finish();
}
