import type { Problem as ProblemBody } from '../../shared/contract/api/problem.ts';
import { gatewaySentence } from './gateway-sentences.ts';
import { KnownAnswers } from './known-answers.ts';

/** Codes for answers that do not come from the API itself. */
const CODES: Readonly<Record<number, ProblemBody['code']>> = {
  404: 'not_found',
  413: 'body_too_large',
  429: 'too_many',
  503: 'busy',
};

/** A refusal of the API (RFC 9457): `code` is stable, the message is a sentence for the user. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: ProblemBody['code'];
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.title ?? gatewaySentence(status, 'en'));
    this.status = status;
    this.code = body.code ?? CODES[status] ?? 'internal';
    this.facts = body.facts ?? {};
  }
}

/** The network did not answer; the input is kept and can be sent again. */
export class Offline extends Error {
  override readonly name = 'Offline';
}

/** Fetch silently drops `keepalive` requests beyond 64 KiB in flight. */
export const MAX_LAST_BYTES = 60 * 1024;

export interface Api {
  /** Rejects with the signal's reason when aborted. */
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** `key`: the request is carried out once for it (`Idempotency-Key`), however often it is sent. */
  post<T>(path: string, body?: unknown, key?: string): Promise<T>;
  /** `isLast`: the page may be closing. The request is sent with `keepalive`, up to `MAX_LAST_BYTES`. */
  put<T>(path: string, body: unknown, isLast?: boolean): Promise<T>;
  delete<T>(path: string): Promise<T>;
}

interface Sending {
  readonly isLast?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly key?: string | undefined;
}

/** JSON over HTTP in the page's language; `headers` may add a bearer token. */
export function createApi(
  language: () => string,
  headers: () => Promise<Record<string, string>> = async () => ({}),
): Api {
  const known = new KnownAnswers();
  async function call(
    method: string,
    path: string,
    body?: unknown,
    { isLast = false, signal, key }: Sending = {},
  ) {
    const asked = `${method} ${path} ${language()}`;
    const before = known.find(asked);
    const response = await reach(path, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(before && { 'if-none-match': before.etag }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(await headers()),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      keepalive: isLast,
      ...(signal && { signal }),
    });
    if (before && response.status === 304) return before.answer;
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw problemOf(response.status, answer, language());
    if (method === 'GET') known.keep(asked, response.headers.get('etag'), answer);
    return answer;
  }
  return {
    get: (path, signal) => call('GET', path, undefined, { signal }),
    post: (path, body, key) => call('POST', path, body ?? {}, { key }),
    put: (path, body, isLast = false) => call('PUT', path, body, { isLast }),
    delete: (path) => call('DELETE', path),
  };
}

/** The API's problem response, or an error of the gateway or of S3. */
function problemOf(status: number, answer: Partial<ProblemBody>, language: string): Problem {
  if (answer.code && answer.title) return new Problem(status, answer);
  return new Problem(status, { title: gatewaySentence(status, language) });
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Offline();
  }
}

/** Uploads by presigned POST; `onProgress` gets a fraction from 0 to 1. */
export function uploadPresigned(
  ticket: { url: string; fields: Readonly<Record<string, string>> },
  file: Blob,
  onProgress: (fraction: number) => void = () => {},
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
  form.append('file', file);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () =>
      request.status < 300
        ? resolve()
        : reject(problemOf(request.status, {}, document.documentElement.lang));
    request.onerror = () => reject(new Offline());
    request.open('POST', ticket.url);
    request.send(form);
  });
}
