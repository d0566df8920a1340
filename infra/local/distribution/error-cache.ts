import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Error statuses that CloudFront caches whatever the origin's cache headers say (Developer Guide, "HTTP 4xx
 * and 5xx status codes that CloudFront always caches").
 */
const KEPT: readonly number[] = [404, 414, 500, 501, 502, 503, 504];

/** CloudFront's error caching minimum TTL if the template sets none. */
const DEFAULT_SECONDS = 10;

type Kept = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  readonly until: number;
};

/**
 * CloudFront's cache of an origin's error responses. The key is the path alone, as under both cache
 * policies that the templates use: query and viewer do not matter.
 */
export class ErrorCache {
  readonly #now: () => number;
  readonly #seconds: ReadonlyMap<number, number>;
  readonly #kept = new Map<string, Kept>();

  /** @param seconds time to live by status, as set in the template */
  constructor(now: () => number, seconds: ReadonlyMap<number, number>) {
    this.#now = now;
    this.#seconds = seconds;
  }

  /** True if it answered from the cache. Otherwise it caches the coming response if that is an error. */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const key = `${request.method} ${request.url?.split('?')[0]}`;
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#now()) {
      response.writeHead(kept.status, { ...kept.headers, 'x-cache': 'Error from cloudfront' });
      response.end(kept.body);
      return true;
    }
    this.#watch(key, response);
    return false;
  }

  #watch(key: string, response: ServerResponse): void {
    response.setHeader('x-cache', 'Miss from cloudfront');
    const end = response.end.bind(response) as (...parts: readonly unknown[]) => ServerResponse;
    response.end = (...parts: readonly unknown[]) => {
      const [body] = parts;
      this.#keep(key, response, typeof body === 'string' ? Buffer.from(body) : body);
      return end(...parts);
    };
  }

  #keep(key: string, response: ServerResponse, body: unknown): void {
    const { statusCode: status } = response;
    const seconds = KEPT.includes(status) ? (this.#seconds.get(status) ?? DEFAULT_SECONDS) : 0;
    if (seconds === 0) return;
    this.#kept.set(key, {
      status,
      headers: response.getHeaders(),
      body: body instanceof Buffer ? body : Buffer.alloc(0),
      until: this.#now() + seconds * 1_000,
    });
  }
}
