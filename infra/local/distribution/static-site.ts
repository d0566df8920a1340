import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One bucket deployment. `folder`: of the asset; `prefix`: of the keys, without a trailing slash. */
export type SiteDeployment = {
  readonly folder: string;
  readonly prefix: string;
  readonly headers: Record<string, string>;
};

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

/** Content types and minimum size (bytes) that CloudFront compresses. */
const compressible = /^(text\/|application\/json|image\/svg)/;
const leastCompressed = 1_000;

/** In order of preference. Brotli at quality 5, because compression happens while the request waits. */
const encodings = {
  br: (body: Buffer) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => gzipSync(body),
} as const;
type Encoding = keyof typeof encodings;

/** Response settings that the behaviour adds to a file. */
type Sending = {
  readonly headers: Record<string, string>;
  readonly packs: boolean;
  readonly status?: number;
};

/** A private bucket behind a distribution; its objects are the files of the deployments' assets. */
export class StaticSite {
  readonly #deployments: SiteDeployment[] = [];
  readonly #compressed = new Map<string, Buffer>();

  deploy(deployment: SiteDeployment): void {
    this.#deployments.push(deployment);
  }

  /** Without ListBucket, S3 answers 403 instead of 404 for an absent object. */
  handle(
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
    { headers, packs, status = 200 }: Sending,
  ): void {
    const found = request.method === 'GET' || request.method === 'HEAD' ? this.#find(key) : null;
    if (!found) {
      response.writeHead(403, { ...headers, 'content-type': 'application/xml' });
      response.end('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>');
      return;
    }
    const type = types[extname(found.file)] ?? 'application/octet-stream';
    const described = { 'content-type': type, ...found.headers, ...headers };
    const body = readFileSync(found.file);
    const encoding = packs && isPacked(described['content-type'], body) && preferred(request);
    if (!encoding) {
      response.writeHead(status, { ...described, 'content-length': body.length }).end(body);
      return;
    }
    const small = this.#pack(found.file, body, encoding);
    response
      .writeHead(status, {
        ...described,
        'content-encoding': encoding,
        'content-length': small.length,
        vary: 'accept-encoding',
      })
      .end(small);
  }

  #pack(file: string, body: Buffer, encoding: Encoding): Buffer {
    const name = `${encoding} ${file}`;
    const small = this.#compressed.get(name) ?? encodings[encoding](body);
    this.#compressed.set(name, small);
    return small;
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

const isPacked = (type: string, body: Buffer): boolean =>
  compressible.test(type) && body.length >= leastCompressed;

function preferred({ headers }: IncomingMessage): Encoding | undefined {
  const taken = String(headers['accept-encoding'] ?? '').split(/[,;\s]+/);
  return (Object.keys(encodings) as Encoding[]).find((name) => taken.includes(name));
}

const within = (prefix: string, key: string) =>
  key.startsWith(`${prefix}/`) ? key.slice(prefix.length + 1) : '';
