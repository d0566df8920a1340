import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Access } from '../iam/access.ts';
import type { Clock } from '../time/clock.ts';
import { AwsError } from './aws-error.ts';
import { credentialOf, type SecretOf, type SignedRequest, verifySignature } from './sigv4.ts';
import { type AwsReply, type AwsRequest, queryError, type Service } from './wire.ts';

/** S3 has streamed bodies and anonymous form uploads, so it reads and verifies its requests itself. */
export type StreamingService = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

export interface AwsEndpoint {
  readonly port: number;
  readonly clock: Clock;
  readonly secretOf: SecretOf;
  readonly access: Access;
  /** By SigV4 service name: dynamodb, kms, sns, ses, events, states, sqs, lambda. */
  readonly services: Readonly<Record<string, Service>>;
  readonly s3: StreamingService;
  /** Services that answer 503 to everything, to simulate an outage. */
  readonly down: ReadonlySet<string>;
  /** Called after each successful call. */
  readonly served: (service: string, request: AwsRequest) => void;
}

const largestBody = 16 * 2 ** 20;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > largestBody) throw new AwsError('RequestEntityTooLarge', 'Body over 16 MiB', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The parts of an incoming request that a signature covers. */
export function toSignedRequest(request: IncomingMessage): SignedRequest {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')] as const,
  );
  return { method: request.method ?? 'GET', path, query, headers: Object.fromEntries(headers) };
}

async function toAwsRequest(
  request: IncomingMessage,
  { secretOf, clock }: AwsEndpoint,
): Promise<AwsRequest> {
  const signed = toSignedRequest(request);
  const body = await readBody(request);
  const hash = createHash('sha256').update(body).digest('hex');
  const { accessKeyId } = verifySignature(signed, hash, secretOf, clock.now());
  return { ...signed, query: new URLSearchParams(signed.query), body, accessKeyId };
}

/** Services with the awsQuery protocol, which answers in XML. */
const inXml: readonly string[] = ['cloudformation', 'ses', 'sns'];

function refusal(error: unknown, name: string): AwsReply {
  if (inXml.includes(name)) return queryError(error);
  const { code, message, status } =
    error instanceof AwsError ? error : new AwsError('InternalFailure', 'Unreadable request', 500);
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message }),
  };
}

async function answer(
  request: IncomingMessage,
  endpoint: AwsEndpoint,
  name: string,
): Promise<AwsReply> {
  try {
    if (endpoint.down.has(name)) throw new AwsError('ServiceUnavailable', 'Switched off', 503);
    const service = endpoint.services[name];
    if (!service)
      throw new AwsError('NotImplemented', `The local target has no service ${name}`, 501);
    const asked = await toAwsRequest(request, endpoint);
    endpoint.access.check(name, asked);
    const reply = await service(asked);
    if (reply.status < 300) endpoint.served(name, asked);
    return reply;
  } catch (error) {
    return refusal(error, name);
  }
}

function serviceNameOf(request: IncomingMessage): string {
  try {
    return credentialOf(toSignedRequest(request))?.scope[2] ?? 's3';
  } catch {
    return 's3';
  }
}

async function handle(request: IncomingMessage, response: ServerResponse, endpoint: AwsEndpoint) {
  const name = serviceNameOf(request);
  if (name === 's3' && !endpoint.down.has(name)) return endpoint.s3(request, response);
  const { status, headers, body } = await answer(request, endpoint, name);
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/**
 * One port for all of AWS. The service is taken from the credential scope of the SigV4 signature, which is
 * verified here for every service but S3. Anonymous requests go to S3, the only service that accepts any. The
 * `date` header carries the target's clock, so SDK clients correct their clock skew when it is moved.
 */
export function serveAws(endpoint: AwsEndpoint): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(endpoint.clock.now()).toUTCString());
    handle(request, response, endpoint).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(endpoint.port, '127.0.0.1', () => resolve(server));
  });
}
