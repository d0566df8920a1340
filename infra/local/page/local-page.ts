import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { region } from '../aws/account.ts';
import { operatorCredentials } from '../aws/credentials.ts';
import type { Emulators } from '../emulators.ts';
import { escaped } from '../http/escaped.ts';
import { readBody } from '../http/http-answer.ts';
import type { Guide } from './guide.ts';
import type { LocalUrls } from './local-urls.ts';
import { LocalViews } from './local-views.ts';

export type LocalPageOptions = {
  readonly emulators: Emulators;
  /** AWS endpoint, from which objects are downloaded. */
  readonly awsUrl: string;
  /** Addresses and sign-in settings, for a program that drives this target. */
  readonly target: { readonly urls: LocalUrls; readonly signIn: unknown };
  readonly guide: Guide;
  /** Deletes all state and restarts. */
  readonly reset: () => Promise<void>;
};

type Reply = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string | Buffer;
};

type Answer = (labels: readonly string[], query: URLSearchParams, body: unknown) => unknown;

const Advance = z.strictObject({ advanceMs: z.int().nonnegative() });

const Outages = z.strictObject({
  services: z.array(
    z.enum(['dynamodb', 'events', 'kms', 'lambda', 's3', 'ses', 'sns', 'sqs', 'states']),
  ),
});

const largestRequest = 10_000;

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'body' in value && 'headers' in value;

const textOf = (name: string): string =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

const shown = (type: string, body: string): Reply => ({
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});

const page = ({ name }: Guide): Reply =>
  shown(
    'text/html',
    textOf('local-page.html').replaceAll('{{name}}', () => escaped(name)),
  );

const download = (name: string, type: string, body: Buffer): Reply => ({
  headers: {
    'content-type': type,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': 'sandbox',
  },
  body,
});

/**
 * The page on which one person plays every part: mails, texts, events, executions, objects, dead letters,
 * clock. It shows links and codes, so only browsers on this machine are answered.
 */
export class LocalPage {
  readonly #routes: [string, RegExp, Answer][];

  constructor(options: LocalPageOptions) {
    this.#routes = routes(options);
  }

  serves({ url = '' }: IncomingMessage): boolean {
    return /^\/local(\/|\?|$)/.test(url);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!fromThisMachine(request)) return send(response, { status: 403, body: 'Forbidden' });
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    for (const [method, pattern, answer] of this.#routes) {
      const match = pattern.exec(pathname);
      if (!match || method !== request.method) continue;
      const body = (await readBody(request, largestRequest)).toString();
      const labels = match.slice(1).map(decodeURIComponent);
      const answered = await answer(labels, searchParams, body ? JSON.parse(body) : undefined);
      return send(response, toReply(answered));
    }
    send(response, { status: 404, body: 'Not found' });
  }
}

/** Guards against DNS rebinding (the Host must be local) and cross-site requests (the Origin must be our own). */
function fromThisMachine({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const own = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  return own && (origin === undefined || new URL(origin).host === host);
}

function toReply(answered: unknown): Reply {
  if (answered === undefined) return { status: 404, body: 'Not found' };
  if (isReply(answered)) return answered;
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(answered) };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
}

function routes({
  emulators,
  awsUrl,
  target,
  guide,
  reset,
}: LocalPageOptions): [string, RegExp, Answer][] {
  const views = new LocalViews(emulators);
  return [
    ['GET', /^\/local\/?$/, () => page(guide)],
    ['GET', /^\/local\/page\.js$/, () => shown('text/javascript', textOf('local-page.client.js'))],
    ['GET', /^\/local\/([^/]+)$/, ([name = '']) => fileOf(guide, name)],
    ['GET', /^\/local\/api\/guide$/, () => toldBy(guide, target.urls)],
    ['GET', /^\/local\/api\/target$/, () => target],
    ['GET', /^\/local\/api\/mails$/, () => views.mails()],
    ['GET', /^\/local\/api\/mails\/([^/]+)$/, ([id = '']) => views.mail(id)],
    ['GET', /^\/local\/api\/mails\/([^/]+)\/raw$/, ([id = '']) => rawMail(views, id)],
    [
      'GET',
      /^\/local\/api\/mails\/([^/]+)\/attachments\/(\d+)$/,
      ([id = '', index = '']) => attachment(views, id, Number(index)),
    ],
    ['GET', /^\/local\/api\/texts$/, () => views.texts()],
    ['GET', /^\/local\/api\/notifications$/, () => views.notifications()],
    ['GET', /^\/local\/api\/events$/, () => views.events()],
    ['GET', /^\/local\/api\/executions$/, () => views.executions()],
    ['GET', /^\/local\/api\/executions\/([^/]+)$/, ([name = '']) => views.execution(name)],
    ['GET', /^\/local\/api\/objects$/, () => views.objects()],
    [
      'GET',
      /^\/local\/api\/objects\/content$/,
      (_, query) => toObject(emulators, awsUrl, query.get('bucket') ?? '', query.get('key') ?? ''),
    ],
    ['GET', /^\/local\/api\/dead-letters$/, () => views.deadLetters()],
    ['GET', /^\/local\/api\/clock$/, () => views.clock()],
    [
      'POST',
      /^\/local\/api\/clock$/,
      (_, __, body) => views.advance(Advance.parse(body).advanceMs),
    ],
    ['GET', /^\/local\/api\/usage$/, () => emulators.meter.used],
    ['GET', /^\/local\/api\/outages$/, () => views.outages()],
    [
      'POST',
      /^\/local\/api\/outages$/,
      (_, __, body) => views.switchOff(Outages.parse(body).services),
    ],
    ['POST', /^\/local\/api\/reset$/, () => later(reset)],
  ];
}

function fileOf({ files }: Guide, name: string) {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  return file && download(name, file.type, file.read());
}

const toldBy = ({ links, phonePath, empty }: Guide, urls: LocalUrls) => ({
  links: links(urls),
  phonePath,
  empty,
});

function rawMail(views: LocalViews, id: string) {
  const raw = views.rawMail(id);
  return raw && download(`${id}.eml`, 'message/rfc822', raw);
}

async function attachment(views: LocalViews, id: string, index: number) {
  const found = await views.attachment(id, index);
  return found && download(found.name, found.type, found.content);
}

/** Redirects to the object by a URL presigned for a minute. */
async function toObject({ clock }: Emulators, endpoint: string, Bucket: string, Key: string) {
  const s3 = new S3Client({
    endpoint,
    region,
    credentials: operatorCredentials,
    forcePathStyle: true,
    systemClockOffset: clock.offset,
  });
  const location = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 60 });
  s3.destroy();
  return { status: 302, headers: { location }, body: '' };
}

/** The response must be sent before its server is closed. */
function later(reset: () => Promise<void>) {
  setTimeout(() => void reset(), 100);
  return { resetting: true };
}
