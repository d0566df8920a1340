import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws/aws-error.ts';

/** A browser's form upload: the text fields before the file (names in lower case), and the file as a stream. */
export interface FormUpload {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly file: AsyncIterable<Buffer>;
}

/** S3 limits the form fields without the file to 20 KB; part headers are added to that. */
const largestPreamble = 64 * 1024;

const malformed = (reason: string) => new AwsError('MalformedPOSTRequest', reason);

function boundaryOf(contentType: string): string {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed('The form has no boundary');
  return boundary;
}

interface PartHeader {
  readonly name: string;
  readonly fileName: string;
}

function parseHeader(text: string): PartHeader {
  const [, name] = /[;\s]name="([^"]*)"/i.exec(text) ?? [];
  const [, fileName = ''] = /filename="([^"]*)"/i.exec(text) ?? [];
  if (name === undefined) throw malformed('A part of the form has no name');
  return { name: name.toLowerCase(), fileName };
}

/** Reads a multipart/form-data stream (RFC 7578) whose file is its last part. */
class FormReader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #delimiter: Buffer;
  #buffer: Buffer = Buffer.from('\r\n');

  constructor(source: AsyncIterable<Buffer>, boundary: string) {
    this.#chunks = source[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) throw malformed('The form ended too early');
    this.#buffer = Buffer.concat([this.#buffer, value]);
  }

  /** Reads up to `mark`, which is consumed but not returned. */
  async #until(mark: Buffer | string): Promise<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(mark);
      if (at >= 0) {
        const before = this.#buffer.subarray(0, at);
        this.#buffer = this.#buffer.subarray(at + mark.length);
        return before;
      }
      if (this.#buffer.length > largestPreamble) throw malformed('The form fields are too big');
      await this.#more();
    }
  }

  async start(): Promise<void> {
    await this.#until(this.#delimiter);
  }

  async header(): Promise<PartHeader> {
    while (this.#buffer.length < 2) await this.#more();
    if (this.#buffer.toString('latin1', 0, 2) === '--') throw malformed('The form has no file');
    return parseHeader((await this.#until('\r\n\r\n')).toString());
  }

  async field(): Promise<string> {
    return (await this.#until(this.#delimiter)).toString();
  }

  async *file(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(this.#delimiter);
      const safe = at >= 0 ? at : Math.max(this.#buffer.length - this.#delimiter.length, 0);
      if (safe > 0) yield this.#buffer.subarray(0, safe);
      this.#buffer = this.#buffer.subarray(at >= 0 ? at + this.#delimiter.length : safe);
      if (at >= 0) return this.#end();
      await this.#more();
    }
  }

  async #end(): Promise<void> {
    while (this.#buffer.length < 2) await this.#more();
    if (this.#buffer.toString('latin1', 0, 2) !== '--')
      throw malformed('The file must be the last field of the form');
  }
}

/** Reads the fields of a POST upload up to its file, which the caller then streams. */
export async function readForm(stream: IncomingMessage): Promise<FormUpload> {
  const boundary = boundaryOf(stream.headers['content-type'] ?? '');
  const reader = new FormReader(stream as AsyncIterable<Buffer>, boundary);
  const fields: Record<string, string> = Object.create(null);
  await reader.start();
  for (;;) {
    const { name, fileName } = await reader.header();
    if (name === 'file') return { fields, fileName, file: reader.file() };
    fields[name] = await reader.field();
  }
}
