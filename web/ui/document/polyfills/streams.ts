import { provide } from './provide.ts';

async function bytes(this: Blob | Response): Promise<Uint8Array> {
  return new Uint8Array(await this.arrayBuffer());
}

provide(Blob.prototype, 'bytes', bytes);
provide(Response.prototype, 'bytes', bytes);

async function* chunks(this: ReadableStream<unknown>): AsyncGenerator<unknown> {
  const reader = this.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.releaseLock();
  }
}

provide(ReadableStream.prototype, Symbol.asyncIterator, chunks);

function parse(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

provide(URL, 'parse', parse);
