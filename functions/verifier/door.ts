import { parsed } from '../../shared/contract/parsed.ts';
import { VerifyRequest } from '../../shared/contract/verifier.ts';
import { normalizeEnvelopeId } from '../../shared/domain/envelope/envelope-id.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import { Malformed, Refusal } from '../../shared/domain/errors.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { makeAuthorityFile } from './authority-file.ts';
import { findRecord } from './find-record.ts';
import { type FunctionUrlResponse, file, html, json, seeOther } from './http-answer.ts';
import { nowherePage, type PageAssets, type PageBranding, recordPage, startPage } from './page.ts';
import { makeVerify } from './verify.ts';

/** The parts of a Function URL request (payload format 2.0) that are used. */
export interface FunctionUrlRequest {
  readonly rawPath: string;
  readonly rawQueryString?: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: { readonly http: { readonly method: string } };
}

type VerifierPorts = Pick<Ports, 'records' | 'clock'> & {
  readonly documents: Pick<Ports['documents'], 'get'>;
  readonly look: PageBranding;
  /** The page's script and styles, gzipped. */
  readonly page: PageAssets & {
    asset(name: string): { readonly gzipped: Uint8Array; readonly mediaType: string } | undefined;
  };
  /** Chooses the language for an `Accept-Language` header. */
  readonly languageFor: (header: string | undefined) => Language;
};

interface Asked {
  readonly request: FunctionUrlRequest;
  /** Second path segment. */
  readonly name: string;
  readonly language: Language;
}

const HOUR = 3_600;
const YEAR = 31_536_000;
/** Bytes; a hash and an id take about a hundred. */
const MAX_BODY = 2_048;

type Door = (asked: Asked) => FunctionUrlResponse | Promise<FunctionUrlResponse>;

/**
 * Routes `GET /v/{id}`, `GET /verify`, `POST /verify`, `GET /assets/{file}`, `GET /pki/{file}`, and `GET /`,
 * the address printed on certificates. Anything else throws `not_found` or `method_not_allowed`; browsers get
 * an error page.
 */
export function makeDoor(ports: VerifierPorts) {
  const doors: Doors = {
    '': { GET: () => seeOther('/verify') },
    v: { GET: showRecord(ports) },
    verify: { GET: showStart(ports), POST: answerVerify(ports) },
    assets: { GET: showAsset(ports) },
    pki: { GET: showAuthority(ports) },
  };
  return async (request: FunctionUrlRequest): Promise<FunctionUrlResponse> => {
    const { method } = request.requestContext.http;
    const language = ports.languageFor(request.headers['accept-language']);
    const answer = await through(doors, request, language).catch((error) =>
      nowhere(ports, request, language, error),
    );
    return method === 'HEAD' ? { ...answer, body: '' } : answer;
  };
}

type Doors = Readonly<Record<string, Readonly<Record<string, Door>>>>;

async function through(doors: Doors, request: FunctionUrlRequest, language: Language) {
  const [, first = '', name = '', ...rest] = request.rawPath.split('/');
  const methods = Object.hasOwn(doors, first) ? doors[first] : undefined;
  if (!methods || rest.length > 0 || (name && ['', 'verify'].includes(first)))
    throw new Refusal('not_found');
  const door = methods[methodOf(request)];
  if (!door) throw new Refusal('method_not_allowed', { allow: allowed(methods) });
  return door({ request, name, language });
}

const methodOf = ({ requestContext: { http } }: FunctionUrlRequest): string =>
  http.method === 'HEAD' ? 'GET' : http.method;

/** An HTML error page for browsers; other clients get the problem document. */
function nowhere(
  { clock, look, page }: VerifierPorts,
  request: FunctionUrlRequest,
  language: Language,
  error: unknown,
): FunctionUrlResponse {
  const absent = error instanceof Refusal && error.code === 'not_found';
  if (!absent || methodOf(request) !== 'GET' || !looks(request)) throw error;
  const setting = { language, look, assets: page, now: clock.now() };
  return html(404, nowherePage(setting), setting);
}

/** Whether a person is looking: for files, only if HTML is accepted; elsewhere, unless JSON is. */
const looks = ({ rawPath, headers: { accept = '' } }: FunctionUrlRequest): boolean =>
  /^\/(assets|pki)\//.test(rawPath) ? accept.includes('text/html') : !prefersJson(accept);

const allowed = (methods: Readonly<Record<string, Door>>): string =>
  Object.keys(methods)
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .join(', ');

const showRecord =
  ({ records, clock, look, page }: VerifierPorts): Door =>
  async ({ request, name, language }) => {
    const code = normalizeEnvelopeId(decoded(name));
    const record = await findRecord(records, code);
    if (prefersJson(request.headers.accept)) {
      if (!record) throw new Refusal('not_found');
      return json(record);
    }
    const setting = { language, look, assets: page, now: clock.now() };
    return html(record ? 200 : 404, recordPage(code, record, setting), setting);
  };

/** A code typed into the form redirects to its record. */
const showStart =
  ({ clock, look, page }: VerifierPorts): Door =>
  ({ request, language }) => {
    const typed = new URLSearchParams(request.rawQueryString).get('code');
    const code = normalizeEnvelopeId(typed ?? '');
    if (code) return seeOther(`/v/${encodeURIComponent(code)}`);
    const setting = { language, look, assets: page, now: clock.now() };
    return html(200, startPage(setting), setting);
  };

/** File names contain a content hash. Every supported browser accepts gzip. */
const showAsset =
  ({ page }: VerifierPorts): Door =>
  ({ name }) => {
    const asset = page.asset(name);
    if (!asset) throw new Refusal('not_found');
    return file(asset.gzipped, asset.mediaType, {
      'content-encoding': 'gzip',
      'cache-control': `public, max-age=${YEAR}, immutable`,
    });
  };

function showAuthority(ports: VerifierPorts): Door {
  const authorityFile = makeAuthorityFile(ports);
  return async ({ name }) => {
    const found = await authorityFile(name);
    if (!found) throw new Refusal('not_found');
    return file(found.bytes, found.mediaType, { 'cache-control': `public, max-age=${HOUR}` });
  };
}

function answerVerify(ports: VerifierPorts): Door {
  const verify = makeVerify(ports);
  return async ({ request, language }) =>
    json(await verify(parsed(VerifyRequest, jsonOf(request)), language));
}

/** Checks the size before decoding. */
function jsonOf({ body = '', isBase64Encoded }: FunctionUrlRequest): unknown {
  if (body.length > MAX_BODY) throw new Refusal('body_too_large', { most: MAX_BODY });
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  try {
    return JSON.parse(text);
  } catch {
    throw new Malformed([{ path: '', message: 'expected JSON' }]);
  }
}

/** A segment with invalid percent-encoding is used as is, and not found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** True for clients that accept JSON but not HTML. */
const prefersJson = (accept = ''): boolean =>
  accept.includes('json') && !accept.includes('text/html');
