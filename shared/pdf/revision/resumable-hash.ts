import type { Hash } from 'node:crypto';
import { createSHA256 } from 'hash-wasm';

/** Offset in hash-wasm's saved state of the byte count (uint64, little endian). */
const COUNT_OFFSET = 4 + 64;
/** Offset of the eight hash words (uint32, little endian). */
const WORDS_OFFSET = COUNT_OFFSET + 8;
const BLOCK = 64;
const LENGTH_BYTES = 8;
const WORD = 2 ** 32;

/** The padding that SHA-256 appends to a message of `length` bytes (FIPS 180-4, 5.1.1). */
export function sha256Padding(length: number): Uint8Array {
  const rest = (length + 1 + LENGTH_BYTES) % BLOCK;
  const padding = Buffer.alloc(1 + ((BLOCK - rest) % BLOCK) + LENGTH_BYTES);
  padding[0] = 0x80;
  padding.writeUInt32BE(Math.floor((length * 8) / WORD), padding.length - LENGTH_BYTES);
  padding.writeUInt32BE((length * 8) % WORD, padding.length - LENGTH_BYTES / 2);
  return padding;
}

export interface HashedFile {
  /** Hexadecimal. */
  readonly sha256: string;
  /** Base64. Rejected by another build of hash-wasm; then the stored file must be hashed again. */
  readonly hashState: string;
}

type Hasher = Awaited<ReturnType<typeof createSHA256>>;

interface SharedHasher {
  readonly hasher: Hasher;
  /** State before the first byte; `init` would leave bytes of the previous file in the state. */
  readonly fresh: Uint8Array;
}

let made: Promise<SharedHasher> | undefined;

/** Shared, since creating a hasher costs more than most hashing; each use loads its own state. */
function sharedHasher(): Promise<SharedHasher> {
  made ??= createSHA256().then((hasher) => ({ hasher, fresh: hasher.save() }));
  return made;
}

/** A SHA-256 that can be saved as text and resumed by another process. */
export class ResumableHash {
  readonly #hasher: Hasher;
  #state: Uint8Array;

  private constructor(hasher: Hasher, state: Uint8Array) {
    this.#hasher = hasher;
    this.#state = state;
  }

  static async start(): Promise<ResumableHash> {
    const { hasher, fresh } = await sharedHasher();
    return new ResumableHash(hasher, fresh);
  }

  /**
   * The state after a message of `length` bytes and its `sha256Padding`, taken from the message's digest:
   * both are equal (FIPS 180-4, 6.2.2). The native `hash` of the message is several times as fast as hashing
   * it here.
   */
  static async startPadded(hash: Hash, length: number): Promise<ResumableHash> {
    const { hasher, fresh } = await sharedHasher();
    const state = new Uint8Array(fresh);
    const hashed = length + sha256Padding(length).length;
    new DataView(state.buffer).setBigUint64(COUNT_OFFSET, BigInt(hashed), true);
    state.set(hash.digest().swap32(), WORDS_OFFSET);
    return new ResumableHash(hasher, state);
  }

  /** Throws unless the state covers exactly `length` bytes, that is, belongs to this revision. */
  static async resume(hashState: string, length: number): Promise<ResumableHash> {
    const state = new Uint8Array(Buffer.from(hashState, 'base64'));
    const counted = Number(Buffer.from(state).readBigUInt64LE(COUNT_OFFSET));
    if (counted !== length) throw new Error(`hash state covers ${counted} bytes, not ${length}`);
    const { hasher } = await sharedHasher();
    hasher.load(state);
    return new ResumableHash(hasher, state);
  }

  update(bytes: Uint8Array): void {
    this.#state = this.#hasher.load(this.#state).update(bytes).save();
  }

  /** The digest after appending `bytes`; the saved state does not change. */
  digestWith(bytes: Uint8Array): Uint8Array {
    return this.#hasher.load(this.#state).update(bytes).digest('binary');
  }

  finish(): HashedFile {
    const hashState = Buffer.from(this.#state).toString('base64');
    return { sha256: this.#hasher.load(this.#state).digest('hex'), hashState };
  }
}

export async function hashFile(bytes: Uint8Array): Promise<HashedFile> {
  const hash = await ResumableHash.start();
  hash.update(bytes);
  return hash.finish();
}
