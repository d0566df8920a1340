import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import * as z from 'zod';
import { isObject, type Json } from '../json.ts';
import { withoutTls } from './plain-cookies.ts';

const HttpAnswer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** The request body exceeds the limit. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** Reads a body of at most `limit` bytes; throws BodyTooLarge. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  if (length > limit) throw new BodyTooLarge(`The body has ${length} bytes`);
  return Buffer.concat(chunks);
}

export function sendMessage(
  response: ServerResponse,
  status: number,
  message: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = JSON.stringify({ message });
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...headers,
    })
    .end(body);
}

/** A result without `statusCode` becomes the JSON body of a 200 (payload format 2.0). */
const inferred = (answer: Json): z.output<typeof HttpAnswer> => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof answer === 'string' ? answer : JSON.stringify(answer),
});

/** Sends a function's result; throws if it is not a valid HTTP response. */
export function sendAnswer(
  response: ServerResponse,
  answer: Json,
  headers: OutgoingHttpHeaders,
): void {
  const given =
    isObject(answer) && 'statusCode' in answer ? HttpAnswer.parse(answer) : inferred(answer);
  const own = Object.entries(given.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  const body = Buffer.from(given.body ?? '', given.isBase64Encoded ? 'base64' : 'utf8');
  response
    .writeHead(given.statusCode, {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(own),
      ...(given.statusCode !== 204 && { 'content-length': body.length }),
      ...(given.cookies && { 'set-cookie': given.cookies.map(withoutTls) }),
      ...headers,
    })
    .end(body);
}
