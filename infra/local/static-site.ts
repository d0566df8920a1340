import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One bucket deployment: `folder` is the asset, `prefix` the keys' beginning without a slash. */
export type SiteDeployment = { folder: string; prefix: string; headers: Record<string, string> };

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pfb': 'application/x-font-type1',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** What a distribution compresses, and from which size on. */
const compressible = /^(text\/|application\/json|image\/svg)/;
const leastCompressed = 1_000;

/** A private bucket that only a distribution reads: objects come from the deployments' assets. */
export class StaticSite {
  readonly #deployments: SiteDeployment[] = [];
  readonly #compressed = new Map<string, Buffer>();

  deploy(deployment: SiteDeployment): void {
    this.#deployments.push(deployment);
  }

  /** Whoever may not list a bucket gets 403 for what is absent, as for what is forbidden. */
  handle(
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
    headers: Record<string, string>,
  ): void {
    const found = request.method === 'GET' || request.method === 'HEAD' ? this.#find(key) : null;
    if (!found) {
      response.writeHead(403, { ...headers, 'content-type': 'application/xml' });
      response.end('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>');
      return;
    }
    const type = types[extname(found.file)] ?? 'application/octet-stream';
    const described = { 'content-type': type, ...found.headers, ...headers };
    const packed = accepts(request) && compressible.test(described['content-type']);
    const body = readFileSync(found.file);
    if (!packed || body.length < leastCompressed) {
      response.writeHead(200, { ...described, 'content-length': body.length }).end(body);
      return;
    }
    const small = this.#compressed.get(found.file) ?? gzipSync(body);
    this.#compressed.set(found.file, small);
    response
      .writeHead(200, {
        ...described,
        'content-encoding': 'gzip',
        'content-length': small.length,
        vary: 'accept-encoding',
      })
      .end(small);
  }

  #find(key: string) {
    for (const { folder, prefix, headers } of this.#deployments.toReversed()) {
      const name = prefix ? within(prefix, key) : key;
      const file = name && join(folder, normalize(`/${name}`));
      if (file && statSync(file, { throwIfNoEntry: false })?.isFile()) return { file, headers };
    }
    return null;
  }
}

const accepts = (request: IncomingMessage) =>
  String(request.headers['accept-encoding'] ?? '').includes('gzip');

const within = (prefix: string, key: string) =>
  key.startsWith(`${prefix}/`) ? key.slice(prefix.length + 1) : '';
