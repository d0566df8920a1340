import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HandleRequest } from '../http/listener.ts';
import type { EdgeFunction } from './edge-function.ts';
import type { ErrorCache } from './error-cache.ts';
import type { StaticSite } from './static-site.ts';

/** Origin of a behaviour: a bucket's files, or a handler, to whose requests `headers` are added. */
export type Origin =
  | { readonly kind: 'site'; readonly site: StaticSite }
  | {
      readonly kind: 'server';
      readonly handle: HandleRequest;
      readonly headers: Record<string, string>;
    };

/**
 * `pattern`: path pattern as in the template, such as `assets/*`. `headers`: added to responses. `packs`:
 * compresses files if the viewer accepts it. `onRequest`, `onResponse`: edge functions.
 */
export type Behaviour = {
  readonly pattern: string;
  readonly origin: Origin;
  readonly headers: Record<string, string>;
  readonly packs: boolean;
  readonly onRequest?: EdgeFunction | undefined;
  readonly onResponse?: EdgeFunction | undefined;
};

/** A CloudFront distribution: the first behaviour whose pattern matches the path applies. */
export class Distribution {
  readonly #behaviours: readonly Behaviour[];
  readonly #root: string;
  readonly #errors: ErrorCache;

  /** @param behaviours in order of precedence; the default one last, with the pattern `*` */
  constructor(behaviours: readonly Behaviour[], root: string, errors: ErrorCache) {
    this.#behaviours = behaviours;
    this.#root = root;
    this.#errors = errors;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = keyOf(request.url ?? '/') || this.#root;
    const behaviour = this.#behaviours.find(({ pattern }) => fits(pattern, key));
    if (!behaviour) throw new Error(`No behaviour fits ${key}`);
    const { origin, headers } = behaviour;
    if (origin.kind === 'site') return this.#serve(behaviour, origin.site, request, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (this.#errors.answers(request, response)) return;
    announceViewer(request, origin.headers);
    return origin.handle(request, response);
  }

  #serve(
    { headers, packs, onRequest, onResponse }: Behaviour,
    site: StaticSite,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const asked = viewerRequest(request);
    const path = onRequest?.request(asked) ?? asked;
    if ('statusCode' in path) {
      const own = Object.entries(path.headers).map(([name, { value }]) => [name, value]);
      response.writeHead(path.statusCode, { ...headers, ...Object.fromEntries(own) }).end();
      return;
    }
    const statusOf = (status: number) =>
      onResponse?.response({ ...asked, uri: path.uri }, status) ?? status;
    const key = keyOf(path.uri) || this.#root;
    site.handle(key, request, response, { headers, packs, status: statusOf(200) });
  }
}

/** The request as CloudFront passes it to an edge function: the path still percent-encoded, no query. */
const viewerRequest = ({ url = '/', method = 'GET', headers: { accept } }: IncomingMessage) => ({
  uri: url.split('?')[0]!,
  method,
  headers: accept === undefined ? {} : { accept },
});

/** Headers that CloudFront sets itself overwrite the same ones sent by the viewer. */
function announceViewer(request: IncomingMessage, own: Record<string, string>): void {
  const { remoteAddress = '', remotePort = 0 } = request.socket;
  Object.assign(request.headers, own, {
    'cloudfront-viewer-address': `${remoteAddress.replace(/^::ffff:/, '')}:${remotePort}`,
  });
}

function keyOf(url: string): string {
  const path = (url.split('?')[0] ?? '').replace(/^\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const fits = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(
    key,
  );
