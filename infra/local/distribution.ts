import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpApi } from './http-api.ts';
import type { StaticSite } from './static-site.ts';

/** Where a behaviour's requests go: files of a bucket, or the HTTP API with headers of the origin's own. */
export type Origin =
  | { kind: 'site'; site: StaticSite }
  | { kind: 'api'; headers: Record<string, string> };

/**
 * `pattern`: as in a template, such as `assets/*`; `headers`: added to the answers; `packs`: whether files are
 * sent packed to whoever takes them so.
 */
export type Behaviour = {
  pattern: string;
  origin: Origin;
  headers: Record<string, string>;
  packs: boolean;
};

/** CloudFront before the pages and the API: the first behaviour whose pattern fits the path decides. */
export class Distribution {
  readonly #api: HttpApi;
  readonly #behaviours: Behaviour[];
  readonly #root: string;

  /** @param behaviours the default one last, with the pattern `*` */
  constructor(api: HttpApi, behaviours: Behaviour[], root: string) {
    this.#api = api;
    this.#behaviours = behaviours;
    this.#root = root;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = keyOf(request.url ?? '/') || this.#root;
    const behaviour = this.#behaviours.find(({ pattern }) => fits(pattern, key));
    if (!behaviour) throw new Error(`No behaviour fits ${key}`);
    const { origin, headers, packs } = behaviour;
    if (origin.kind === 'site') {
      return origin.site.handle(key, request, response, { headers, packs });
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    announceViewer(request, origin.headers);
    return this.#api.handle(request, response);
  }
}

/** A viewer who sends these headers itself is not believed: they are written over. */
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
