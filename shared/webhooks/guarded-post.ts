import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import {
  type ClientRequest,
  type IncomingMessage,
  request as overHttp,
  type RequestOptions,
} from 'node:http';
import { Agent, request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AttemptFailure } from '../domain/webhook/delivery.ts';
import type { Post, PostAnswer, PostRequest } from '../ports/webhooks.ts';
import { isReceiver, mayBeReached, type Receivers } from './receiver.ts';

type Resolve = (
  host: string,
  options: { readonly all: true; readonly verbatim: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardedPostSettings {
  readonly receivers: Receivers;
  /** Time limit from the DNS look-up to the response headers. */
  readonly deadlineMs?: number;
  readonly resolve?: Resolve;
  /** Trusted in addition to the usual authorities, PEM. */
  readonly authority?: string;
}

const DEADLINE_MS = 15_000;
/**
 * Only the status matters; a limited part of the body is read for a limited time, so that receivers see a normal
 * client.
 */
const DRAINED_BYTES = 16_384;
const DRAINED_MS = 500;
const MOST_HEADER_BYTES = 16_384;

class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/**
 * Posts once to a URL chosen by somebody else. The connection goes to exactly the IP address that was checked:
 * no second DNS look-up, no redirects, and no kept-alive connection, which would not be checked again. Never
 * rejects.
 */
export const guardedPost =
  (settings: GuardedPostSettings): Post =>
  async (request) =>
    isReceiver(request.url, settings.receivers)
      ? posted(request, settings)
      : { failure: 'address_refused' };

function posted(
  { url, headers, body }: PostRequest,
  settings: GuardedPostSettings,
): Promise<PostAnswer> {
  const signal = AbortSignal.timeout(settings.deadlineMs ?? DEADLINE_MS);
  const send = url.startsWith('https:') ? overHttps : overHttp;
  const request = send(url, {
    ...connection(settings, url),
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    maxHeaderSize: MOST_HEADER_BYTES,
    signal,
  });
  request.end(body);
  return answerTo(request, signal);
}

/** Resolves to the response, or to the failure if there was none. */
function answerTo(request: ClientRequest, signal: AbortSignal): Promise<PostAnswer> {
  let answer: PostAnswer | undefined;
  return new Promise((done) => {
    request.once('response', (response) => {
      answer = answerOf(response);
      leave(response, request);
    });
    request.on('error', (error) => {
      answer ??= { failure: failureOf(error, signal.aborted) };
    });
    request.once('close', () => done(answer ?? { failure: 'no_connection' }));
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): PostAnswer {
  const retryAfter = headers['retry-after'];
  return { status: statusCode, ...(retryAfter !== undefined && { retryAfter }) };
}

function leave(response: IncomingMessage, request: ClientRequest): void {
  const timer = setTimeout(() => request.destroy(), DRAINED_MS);
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DRAINED_BYTES) request.destroy();
  });
  response.once('end', () => request.destroy()).on('error', () => request.destroy());
  request.once('close', () => clearTimeout(timer));
}

/** Loopback over http has no agent of its own: Node's keeps no connection either, once it is destroyed. */
function connection(
  { receivers, resolve = dnsLookup, authority }: GuardedPostSettings,
  url: string,
) {
  const lookup = judgedLookup(resolve, receivers);
  if (!url.startsWith('https:')) return { lookup, agent: false } satisfies RequestOptions;
  const ca = authority === undefined ? {} : { ca: authority };
  return { lookup, agent: new Agent({ keepAlive: false, maxCachedSessions: 0, ...ca }) };
}

/** One address that may not be reached is enough to refuse a host name. */
const judgedLookup =
  (resolve: Resolve, receivers: Receivers): LookupFunction =>
  (host, options, done) =>
    resolve(host, { all: true, verbatim: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      const isRefused = !first || addresses.some((one) => !mayBeReached(one.address, receivers));
      if (error) done(error, '', 0);
      else if (isRefused) done(new AddressRefused('not a public address'), '', 0);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });

const UNKNOWN_NAME = /^(ENOTFOUND|EAI_|ENODATA)/;
const NOT_TRUSTED = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_)/;

function failureOf(error: Error, isLate: boolean): AttemptFailure {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof AddressRefused) return 'address_refused';
  if (isLate) return 'no_answer';
  if (UNKNOWN_NAME.test(code)) return 'name_unknown';
  return NOT_TRUSTED.test(code) ? 'not_trusted' : 'no_connection';
}
