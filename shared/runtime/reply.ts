import type { HttpResult } from './http-event.ts';

interface ReplyOptions {
  readonly status?: number;
  /** Complete `Set-Cookie` values. */
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A response with cookies, headers or status besides its JSON body. */
export class Reply<A> {
  readonly body: A;
  readonly options: ReplyOptions;

  constructor(body: A, options: ReplyOptions = {}) {
    this.body = body;
    this.options = options;
  }
}

/** On every response: no caching, no framing, no MIME sniffing, no referrer. */
const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

export const jsonResult = (
  body: unknown,
  { status = 200, cookies, headers }: ReplyOptions = {},
  contentType = 'application/json; charset=utf-8',
): HttpResult => ({
  statusCode: status,
  headers: { ...SAFE_HEADERS, 'content-type': contentType, ...headers },
  ...(cookies && { cookies }),
  body: JSON.stringify(body),
});
