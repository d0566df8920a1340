import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError, notImplemented } from './aws-error.ts';
import { parseQuery, toXml } from './query-protocol.ts';

/** A signed request, read in full. `path` is still percent-encoded; `accessKeyId` is who signed it. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly accessKeyId: string;
}

export interface AwsReply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}

/** Answers one AWS service's requests; it never throws. */
export type Service = (request: AwsRequest) => Promise<AwsReply>;

/** One operation: a plain object in, a plain object (or nothing) out; fails with AwsError. */
export type Operation = (input: unknown, request: AwsRequest) => unknown;

/**
 * An operation whose input is checked against `schema` first. Use z.strictObject, so that a member
 * that the emulator does not know is refused with ValidationException instead of being ignored.
 */
export const operation =
  <S extends z.ZodType>(
    schema: S,
    run: (input: z.output<S>, request: AwsRequest) => unknown,
  ): Operation =>
  (input, request) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
    return run(parsed.data, request);
  };

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  console.error(error);
  return new AwsError('InternalFailure', 'The local target failed; its log says why', 500);
}

function jsonError(error: unknown, type: string): AwsReply {
  const { code, message, status, members } = asAwsError(error);
  return {
    status,
    headers: { 'content-type': type, 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message, Message: message, ...members }),
  };
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON');
  }
}

function find(operations: Readonly<Record<string, Operation>>, name: string): Operation {
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!found) throw notImplemented(`the operation ${name}`);
  return found;
}

/** awsJson1.0 and 1.1: the header `X-Amz-Target: <target>.<Operation>` names the operation. */
export const jsonService =
  (target: string, operations: Readonly<Record<string, Operation>>): Service =>
  async (request) => {
    const type = request.headers['content-type'] ?? 'application/x-amz-json-1.0';
    try {
      const [prefix, name = ''] = (request.headers['x-amz-target'] ?? '').split('.');
      if (prefix !== target) throw notImplemented(`the target ${prefix}`);
      const output = (await find(operations, name)(parseJson(request.body), request)) ?? {};
      return { status: 200, headers: { 'content-type': type }, body: JSON.stringify(output) };
    } catch (error) {
      return jsonError(error, type);
    }
  };

/** awsQuery: form fields in (`Action` names the operation), XML of `namespace` out. */
export const queryService =
  (namespace: string, operations: Readonly<Record<string, Operation>>): Service =>
  async (request) => {
    try {
      const { Action = '', Version: _, ...input } = parseQuery(request.body.toString());
      const name = String(Action);
      const output = toXml((await find(operations, name)(input, request)) ?? {});
      const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
      const body = `<${name}Response xmlns="${namespace}"><${name}Result>${output}</${name}Result>${metadata}</${name}Response>`;
      return { status: 200, headers: { 'content-type': 'text/xml' }, body };
    } catch (error) {
      return queryError(error);
    }
  };

/** An error as awsQuery has it. */
export function queryError(error: unknown): AwsReply {
  const { code, message, status } = asAwsError(error);
  const detail = toXml({ Error: { Type: 'Sender', Code: code, Message: message } });
  const body = `<ErrorResponse>${detail}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

/** A REST route's handler; `labels` are the decoded path labels. */
export type Route = (request: AwsRequest, labels: Record<string, string>) => Promise<AwsReply>;

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const pattern = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}/?$`).exec(path);
  if (!match) return undefined;
  const labels = Object.entries(match.groups ?? {});
  return Object.fromEntries(labels.map(([name, value]) => [name, decodeURIComponent(value)]));
}

/** restJson1: routes such as `POST /2015-03-31/functions/{FunctionName}/invocations`. */
export const restService =
  (routes: Readonly<Record<string, Route>>): Service =>
  async (request) => {
    try {
      for (const [route, handle] of Object.entries(routes)) {
        const [method, template = ''] = route.split(' ');
        const labels = method === request.method ? matchPath(template, request.path) : undefined;
        if (labels) return await handle(request, labels);
      }
      throw notImplemented(`${request.method} ${request.path}`);
    } catch (error) {
      return jsonError(error, 'application/json');
    }
  };
