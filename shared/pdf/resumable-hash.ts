import { createHash } from 'node:crypto';
import { createSHA256 } from 'hash-wasm';

type Hasher = Awaited<ReturnType<typeof createSHA256>>;

/** Where hash-wasm's saved state keeps the number of bytes hashed so far (uint64, little endian). */
const COUNT_OFFSET = 4 + 64;
/** And behind it the eight words of the hash (uint32, little endian). */
const WORDS_OFFSET = COUNT_OFFSET + 8;
const BLOCK = 64;
const LENGTH_BYTES = 8;

/** What SHA-256 itself appends to a message of `length` bytes (FIPS 180-4, 5.1.1). */
export function sha256Padding(length: number): Uint8Array {
  const rest = (length + 1 + LENGTH_BYTES) % BLOCK;
  const padding = Buffer.alloc(1 + ((BLOCK - rest) % BLOCK) + LENGTH_BYTES);
  padding[0] = 0x80;
  padding.writeBigUInt64BE(BigInt(length) * 8n, padding.length - LENGTH_BYTES);
  return padding;
}

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

  /**
   * Stands after `message` and `sha256Padding` of its length, without having hashed a byte itself:
   * the digest of a message is the state of the hash after just these (FIPS 180-4, 6.2.2), and the
   * platform makes that digest several times as fast.
   */
  static async startPadded(message: Uint8Array): Promise<ResumableHash> {
    const hasher = (await createSHA256()).init();
    const state = Buffer.from(hasher.save());
    const hashed = message.length + sha256Padding(message.length).length;
    state.writeBigUInt64LE(BigInt(hashed), COUNT_OFFSET);
    createHash('sha256').update(message).digest().swap32().copy(state, WORDS_OFFSET);
    return new ResumableHash(hasher.load(new Uint8Array(state)));
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
