/** Characters. Longer concatenated strings take many times their size in memory. */
const MAX_TEXT_BYTES = 64 * 1024;

/** Collects a file from strings (one byte per character) and bytes; concatenated once at the end. */
export class FileBytes {
  readonly #parts: Uint8Array[] = [];
  #text = '';
  #written = 0;

  get length(): number {
    return this.#written + this.#text.length;
  }

  addText(text: string): void {
    this.#text += text;
    if (this.#text.length > MAX_TEXT_BYTES) this.#flush();
  }

  addBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#parts.push(bytes);
    this.#written += bytes.length;
  }

  toBytes(): Uint8Array {
    this.#flush();
    const bytes = Buffer.allocUnsafeSlow(this.#written);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return new Uint8Array(bytes.buffer);
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#parts.push(Buffer.from(this.#text, 'latin1'));
    this.#written += this.#text.length;
    this.#text = '';
  }
}
