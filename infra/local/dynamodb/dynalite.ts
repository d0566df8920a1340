import { Agent, type IncomingMessage, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { AwsError } from '../aws/aws-error.ts';
import type { JsonObject } from '../json.ts';

const load = createRequire(import.meta.url);

interface Options {
  readonly path: string;
  readonly createTableMs: number;
  readonly updateTableMs: number;
  readonly deleteTableMs: number;
}

const dynalite = load('dynalite') as (options: Options) => Server;

/** The input members that dynalite knows of an operation; it silently drops all others. */
export function knownMembers(operation: string): string[] {
  const file = `${operation[0]?.toLowerCase()}${operation.slice(1)}`;
  const { types } = load(`dynalite/validations/${file}`) as { types: object };
  return Object.keys(types);
}

async function readJson(response: IncomingMessage): Promise<JsonObject> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

function toAwsError(status: number, body: JsonObject): AwsError {
  const { __type, message, Message, ...members } = body;
  const code = String(__type).split('#').at(-1) ?? 'InternalServerError';
  return new AwsError(code, String(message ?? Message ?? code), status, members);
}

/** A dynalite server with its tables in one folder, reached over an internal port. */
export class Dynalite {
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(path: string): Promise<Dynalite> {
    const server = dynalite({ path, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
    server.keepAliveTimeout = 0;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new Dynalite(server);
  }

  /** Calls an operation; errors become AwsError with dynalite's code and message. */
  async call(operation: string, input: JsonObject): Promise<JsonObject> {
    const response = await this.#post(operation, JSON.stringify(input));
    const body = await readJson(response);
    if (response.statusCode === 200) return body;
    throw toAwsError(response.statusCode ?? 500, body);
  }

  #post(operation: string, body: string): Promise<IncomingMessage> {
    const { port } = this.#server.address() as AddressInfo;
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
    };
    const options = { host: '127.0.0.1', port, method: 'POST', agent: this.#agent, headers };
    return new Promise((resolve, reject) => {
      request(options, resolve).on('error', reject).end(body);
    });
  }

  close(): Promise<void> {
    this.#agent.destroy();
    return new Promise((resolve, reject) => {
      this.#server.close((error) => (error ? reject(error) : resolve()));
    });
  }
}

/** Waits until the table is ACTIVE, so that callers never see it CREATING. */
export async function untilActive(dynalite: Dynalite, table: string): Promise<JsonObject> {
  for (;;) {
    const { Table } = await dynalite.call('DescribeTable', { TableName: table });
    const description = Table as JsonObject;
    if (description.TableStatus === 'ACTIVE') return description;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
