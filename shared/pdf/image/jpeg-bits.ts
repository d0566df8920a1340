/**
 * Bit reader for the entropy-coded data of a scan (ITU-T T.81 § F.2.2.5); removes the zero stuffed after
 * 0xFF.
 */
export class JpegBits {
  readonly #bytes: Uint8Array;
  #at: number;
  #byte = 0;
  #left = 0;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** Reads `count` bits as a number. Throws RangeError at the end of the scan. */
  take(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index++) {
      if (this.#left === 0) this.#load();
      this.#left -= 1;
      value = value * 2 + ((this.#byte >> this.#left) & 1);
    }
    return value;
  }

  /** Reads a signed difference of `count` bits (§ F.2.2.1, EXTEND). */
  signed(count: number): number {
    const value = this.take(count);
    return count > 0 && value < 2 ** (count - 1) ? value - 2 ** count + 1 : value;
  }

  /** Skips to the next restart marker. */
  restart(): void {
    this.#left = 0;
    while (!(this.#bytes[this.#at] === 0xff && (this.#bytes[this.#at + 1]! & 0xf8) === 0xd0)) {
      this.#at += 1;
      if (this.#at >= this.#bytes.length) throw new RangeError('the picture ends early');
    }
    this.#at += 2;
  }

  #load(): void {
    const byte = this.#bytes[this.#at];
    const isMarker = byte === 0xff && this.#bytes[this.#at + 1] !== 0;
    if (byte === undefined || isMarker) throw new RangeError('the picture ends early');
    this.#at += byte === 0xff ? 2 : 1;
    this.#byte = byte;
    this.#left = 8;
  }
}
