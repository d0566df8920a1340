import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { accountId } from '../aws/account.ts';
import { AwsError, notImplemented } from '../aws/aws-error.ts';
import type { Meter } from '../aws/meter.ts';
import type { StreamingService } from '../aws/serve-aws.ts';
import { type SecretOf, verifySignature } from '../aws/sigv4.ts';
import type { EventBus } from '../events/event-bus.ts';
import { type Access, s3AccessDenied } from '../iam/access.ts';
import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { Blobs } from './blobs.ts';
import { configurationOperations } from './bucket-configuration.ts';
import { createBucket, deleteBucket, headBucket, listBuckets } from './bucket-operations.ts';
import { Buckets } from './buckets.ts';
import { corsHeaders } from './cors.ts';
import { deleteObject, deleteObjects } from './delete-objects.ts';
import { sweepLifecycle } from './lifecycle.ts';
import { listObjects } from './list-objects.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
  uploadPartCopy,
} from './multipart.ts';
import { Objects } from './objects.ts';
import { postObject } from './post-object.ts';
import { readObject } from './read-object.ts';
import { parameterNames, type S3Reply, type S3Request, toS3Request } from './s3-request.ts';
import type { S3Operation, S3State } from './s3-state.ts';
import { Uploads } from './uploads.ts';
import { copyObject, putObject } from './write-object.ts';
import { errorDocument } from './xml.ts';

/** Key: method, scope, the query parameter that names the sub-resource, and `copy`. */
const operations: Record<string, S3Operation> = {
  ...configurationOperations,
  'GET service': listBuckets,
  'PUT bucket': createBucket,
  'HEAD bucket': headBucket,
  'DELETE bucket': deleteBucket,
  'GET bucket list-type': listObjects,
  'POST bucket delete': deleteObjects,
  'GET object': readObject,
  'HEAD object': readObject,
  'PUT object': putObject,
  'PUT object copy': copyObject,
  'DELETE object': deleteObject,
  'POST object uploads': createMultipartUpload,
  'PUT object uploadId': uploadPart,
  'PUT object uploadId copy': uploadPartCopy,
  'POST object uploadId': completeMultipartUpload,
  'DELETE object uploadId': abortMultipartUpload,
};

const subResources = new Set(
  Object.keys(operations)
    .map((name) => name.split(' ')[2])
    .filter((name) => name !== undefined && name !== 'copy'),
);

function scopeOf({ bucket, key }: S3Request): string {
  if (key !== '') return 'object';
  return bucket === '' ? 'service' : 'bucket';
}

function operationOf(request: S3Request): { name: string; operation: S3Operation } {
  const parameters = parameterNames(request);
  const resource = parameters.find((name) => subResources.has(name));
  const copy = 'x-amz-copy-source' in request.headers ? 'copy' : undefined;
  const parts = [request.method, scopeOf(request), resource, copy];
  const name = parts.filter((part) => part !== undefined).join(' ');
  const operation = operations[name];
  const unknown = parameters.find((parameter) => !operation?.parameters.includes(parameter));
  if (!operation || unknown !== undefined)
    throw notImplemented(`the S3 operation ${name} ${unknown ?? ''}`);
  return { name, operation };
}

/** The payload of a presigned request is unsigned unless the URL says otherwise (SigV4 query authentication). */
const payloadHash = ({ headers, query }: S3Request): string =>
  headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';

const isForm = (request: S3Request): boolean =>
  request.method === 'POST' &&
  request.key === '' &&
  /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');

function checkOwner({ headers }: S3Request): void {
  if ((headers['x-amz-expected-bucket-owner'] ?? accountId) !== accountId)
    throw new AwsError('AccessDenied', 'Access Denied', 403);
}

async function perform(request: S3Request, state: S3State): Promise<S3Reply> {
  if (isForm(request)) {
    state.buckets.find(request.bucket);
    return postObject(request, state);
  }
  const { access } = state;
  const { accessKeyId } = verifySignature(
    request.signed,
    payloadHash(request),
    state.secretOf,
    state.clock.now(),
  );
  checkOwner(request);
  const { name, operation } = operationOf(request);
  access.checkS3(accessKeyId, { ...request, operation: name });
  if (request.bucket !== '' && operation !== createBucket) state.buckets.find(request.bucket);
  try {
    return await operation.run({ ...request, accessKeyId }, state);
  } catch (error) {
    const absent = error instanceof AwsError && error.code === 'NoSuchKey';
    if (absent && !access.mayKnowAbsence(accessKeyId, request.bucket, request.key))
      throw s3AccessDenied();
    throw error;
  }
}

function asReply(error: unknown, requestId: string): S3Reply {
  const known = error instanceof AwsError;
  if (!known) console.error(error);
  const { code, message, status } = known ? error : new AwsError('InternalError', undefined, 500);
  return { status, body: errorDocument(code, message, requestId) };
}

async function send(
  reply: S3Reply,
  headers: Record<string, string>,
  response: ServerResponse,
  state: S3State,
): Promise<void> {
  const { status, body } = reply;
  const head = response.req.method === 'HEAD';
  const text = typeof body === 'string' ? body : '';
  const length =
    status === 304 || status === 204 ? {} : { 'content-length': Buffer.byteLength(text) };
  const type = text === '' ? {} : { 'content-type': 'application/xml' };
  response.writeHead(status, { ...length, ...type, ...headers, ...reply.headers });
  if (head || typeof body !== 'object') response.end(head ? undefined : text);
  else await pipeline(state.blobs.read(body), response);
}

function preflight(request: IncomingMessage, cors: Record<string, string> | undefined): S3Reply {
  if (cors) return { status: 200 };
  const message = `CORSResponse: This CORS request from ${request.headers.origin} is not allowed.`;
  throw new AwsError('AccessForbidden', message, 403);
}

/** S3 does not bill deletions; it bills a list like a write. */
function meterRequest(meter: Meter, { method, query }: S3Request): void {
  if (method === 'DELETE' || method === 'OPTIONS' || query.has('delete')) return;
  const isRead = method === 'HEAD' || (method === 'GET' && !query.has('list-type'));
  meter.add(isRead ? 's3.read' : 's3.write', method);
}

const handle =
  (state: S3State, meter: Meter): StreamingService =>
  async (incoming, response) => {
    const requestId = randomUUID();
    const headers: Record<string, string> = { 'x-amz-request-id': requestId };
    let reply: S3Reply;
    try {
      const request = toS3Request(incoming);
      const cors = corsHeaders(incoming, state.buckets, request.bucket);
      Object.assign(headers, cors);
      reply =
        incoming.method === 'OPTIONS' ? preflight(incoming, cors) : await perform(request, state);
      meterRequest(meter, request);
    } catch (error) {
      reply = asReply(error, requestId);
    }
    await send(reply, headers, response, state);
  };

interface Surroundings {
  readonly store: Store;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly meter: Meter;
  readonly access: Access;
}

export interface S3 {
  readonly service: StreamingService;
  /** Read access for the local page. */
  readonly objects: Objects;
  readonly buckets: Buckets;
  /** Applies the lifecycle rules. */
  readonly sweep: () => void;
}

/**
 * Amazon S3, path style, unversioned: metadata in the store, bodies in `folder`. Each request is verified by
 * its SigV4 signature, presigned URL or signed form; there is no public access.
 */
export function startS3(
  { store, clock, bus, meter, access }: Surroundings,
  secretOf: SecretOf,
  folder: string,
): S3 {
  const blobs = new Blobs(folder);
  const buckets = new Buckets(store, clock);
  const objects = new Objects(store, clock, blobs, buckets, bus);
  const uploads = new Uploads(store, clock, blobs);
  blobs.removeOthers(new Set([...objects.blobs(), ...uploads.blobs()]));
  const state: S3State = { clock, secretOf, access, blobs, buckets, objects, uploads };
  return { service: handle(state, meter), objects, buckets, sweep: () => sweepLifecycle(state) };
}
