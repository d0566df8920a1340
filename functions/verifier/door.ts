import { type VerifyAnswer, VerifyRequest } from '../../shared/contract/verifier.ts';
import { normalizeEnvelopeId } from '../../shared/domain/envelope-id.ts';
import type { Language } from '../../shared/domain/party.ts';
import type { Ports } from '../../shared/ports.ts';
import { makeAuthorityFile } from './authority-file.ts';
import { type Look, PAGE_POLICY, recordPage, unknownPage } from './page.ts';
import { makeVerify } from './verify.ts';

/** The parts of a Function URL request (payload format 2.0) that the verifier reads. */
export interface FunctionUrlRequest {
  readonly rawPath: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: { readonly http: { readonly method: string } };
}

export interface FunctionUrlResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

type VerifierPorts = Pick<Ports, 'records' | 'documents'> & {
  readonly look: Look;
  /** The language for an `Accept-Language` header. */
  readonly languageFor: (header: string | undefined) => Language;
};

const HOUR = 3_600;
/** A hash and an id are a hundred bytes. */
const MOST_BODY = 2_048;

/** `GET /v/{id}`, `POST /verify`, `GET /pki/{file}`; anything else is 404 or 405. */
export const makeDoor = (ports: VerifierPorts) => {
  const verify = makeVerify(ports);
  const authorityFile = makeAuthorityFile(ports);
  return async (request: FunctionUrlRequest): Promise<FunctionUrlResponse> => {
    const language = ports.languageFor(request.headers['accept-language']);
    const [, door, name = '', ...rest] = request.rawPath.split('/');
    if (rest.length > 0) return problem(404, 'not_found');
    if (door === 'v') return reading(request, () => showRecord(ports, request, name, language));
    if (door === 'pki') return reading(request, () => showFile(authorityFile, name));
    if (door === 'verify' && name === '') return answerVerify(verify, request, language);
    return problem(404, 'not_found');
  };
};

async function reading(
  request: FunctionUrlRequest,
  answer: () => Promise<FunctionUrlResponse>,
): Promise<FunctionUrlResponse> {
  const { method } = request.requestContext.http;
  if (method === 'GET') return answer();
  if (method === 'HEAD') return { ...(await answer()), body: '' };
  return problem(405, 'method_not_allowed', { allow: 'GET, HEAD' });
}

async function showRecord(
  { records, look }: VerifierPorts,
  { headers }: FunctionUrlRequest,
  name: string,
  language: Language,
): Promise<FunctionUrlResponse> {
  const record = await records.find(normalizeEnvelopeId(decoded(name)));
  if (prefersJson(headers.accept)) return record ? json(200, record) : problem(404, 'not_found');
  return record
    ? html(200, recordPage(record, language, look), language)
    : html(404, unknownPage(language, look), language);
}

async function showFile(
  authorityFile: ReturnType<typeof makeAuthorityFile>,
  name: string,
): Promise<FunctionUrlResponse> {
  const file = await authorityFile(name);
  if (!file) return problem(404, 'not_found');
  const headers = {
    ...COMMON,
    'content-type': file.mediaType,
    'cache-control': `public, max-age=${HOUR}`,
  };
  const body = Buffer.from(file.bytes).toString('base64');
  return { statusCode: 200, headers, body, isBase64Encoded: true };
}

async function answerVerify(
  verify: (request: VerifyRequest, language: Language) => Promise<VerifyAnswer>,
  request: FunctionUrlRequest,
  language: Language,
): Promise<FunctionUrlResponse> {
  if (request.requestContext.http.method !== 'POST') {
    return problem(405, 'method_not_allowed', { allow: 'POST' });
  }
  const question = VerifyRequest.safeParse(jsonOf(request));
  if (!question.success) return problem(400, 'malformed');
  return json(200, await verify(question.data, language));
}

function jsonOf({ body = '', isBase64Encoded }: FunctionUrlRequest): unknown {
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  if (text.length > MOST_BODY) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A path segment that is not valid percent-encoding is looked up as it stands, and not found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** True for a client that asks for JSON and not for a page, as a browser does. */
const prefersJson = (accept = ''): boolean =>
  accept.includes('json') && !accept.includes('text/html');

const COMMON = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
} as const;

const json = (
  statusCode: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): FunctionUrlResponse => ({
  statusCode,
  headers: {
    ...COMMON,
    'content-type': 'application/json',
    vary: 'accept, accept-language',
    ...headers,
  },
  body: JSON.stringify(value),
  isBase64Encoded: false,
});

/** RFC 9457 */
const problem = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): FunctionUrlResponse =>
  json(
    status,
    { type: 'about:blank', status, code },
    {
      'content-type': 'application/problem+json',
      ...headers,
    },
  );

const html = (statusCode: number, body: string, language: Language): FunctionUrlResponse => ({
  statusCode,
  headers: {
    ...COMMON,
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': PAGE_POLICY,
    vary: 'accept, accept-language',
  },
  body,
  isBase64Encoded: false,
});
