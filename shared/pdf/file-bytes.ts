/** A file that grows at its end and is put together once: text with a byte a character, and bytes. */
export class FileBytes {
  readonly #parts: (string | Uint8Array)[] = [];
  #text = '';
  #written = 0;

  get length(): number {
    return this.#written + this.#text.length;
  }

  addText(text: string): void {
    this.#text += text;
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
      if (typeof part === 'string') bytes.write(part, at, 'latin1');
      else bytes.set(part, at);
      at += part.length;
    }
    return new Uint8Array(bytes.buffer);
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#parts.push(this.#text);
    this.#written += this.#text.length;
    this.#text = '';
  }
}
