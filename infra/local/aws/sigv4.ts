import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from './aws-error.ts';

/** What a signature covers. `path` and `query` as they came on the wire; header names in lower case. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A parsed SigV4 credential. `service` is the one that the caller signed for. */
export interface Credential {
  readonly accessKeyId: string;
  readonly scope: readonly [date: string, region: string, service: string, terminator: string];
}

interface Signature {
  readonly credential: Credential;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly date: string;
  /** Seconds of validity of a presigned URL; undefined for a signed header. */
  readonly expires: number | undefined;
}

/** Secret of an access key; undefined if the key is unknown. */
export type SecretOf = (accessKeyId: string) => string | undefined;

const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** RFC 3986 encoding as SigV4 wants it: everything but unreserved characters. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The key for one day, region and service (SigV4, "derive a signing key"). */
export const signingKey = (secret: string, [date, region, service]: Credential['scope']): Buffer =>
  hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');

/** Hex HMAC of `text` compared with `signature` in constant time. */
export function signatureMatches(key: Buffer, text: string, signature: string): boolean {
  const expected = hmac(key, text);
  const actual = Buffer.from(signature, 'hex');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Splits `AKID/20260101/eu-west-1/s3/aws4_request`; throws AuthorizationHeaderMalformed. */
export function parseCredential(text: string): Credential {
  const parts = text.split('/');
  const [date, region, service, terminator] = parts.splice(-4);
  if (!date || !region || !service || terminator !== 'aws4_request')
    throw new AwsError('AuthorizationHeaderMalformed', 'The credential has no valid scope');
  return { accessKeyId: parts.join('/'), scope: [date, region, service, terminator] };
}

function fromHeader(authorization: string, date: string): Signature {
  const [algorithm, ...rest] = authorization.split(' ');
  if (algorithm !== 'AWS4-HMAC-SHA256')
    throw new AwsError('AuthorizationHeaderMalformed', 'Only AWS4-HMAC-SHA256 is supported');
  const fields = Object.fromEntries(
    rest
      .join('')
      .split(',')
      .map((field) => field.split('=') as [string, string]),
  );
  return {
    credential: parseCredential(fields.Credential ?? ''),
    signedHeaders: (fields.SignedHeaders ?? '').split(';'),
    signature: fields.Signature ?? '',
    date,
    expires: undefined,
  };
}

const fromQuery = (query: URLSearchParams): Signature => ({
  credential: parseCredential(query.get('X-Amz-Credential') ?? ''),
  signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
  signature: query.get('X-Amz-Signature') ?? '',
  date: query.get('X-Amz-Date') ?? '',
  expires: Number(query.get('X-Amz-Expires') ?? Number.NaN),
});

/** The signature of a request, or undefined if it is anonymous. */
function signatureOf(request: SignedRequest): Signature | undefined {
  const query = new URLSearchParams(request.query);
  if (query.has('X-Amz-Signature')) return fromQuery(query);
  const { authorization, 'x-amz-date': date } = request.headers;
  return authorization === undefined ? undefined : fromHeader(authorization, date ?? '');
}

/** The credential that a request claims, unchecked: enough to know which service it is for. */
export const credentialOf = (request: SignedRequest): Credential | undefined =>
  signatureOf(request)?.credential;

function canonicalPath(path: string, service: string) {
  const once = path.split('/').map((part) => encode(decodeURIComponent(part)));
  return service === 's3' ? once.join('/') : once.map(encode).join('/');
}

const canonicalQuery = (query: string) =>
  [...new URLSearchParams(query)]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const canonicalRequest = (request: SignedRequest, signature: Signature, payloadHash: string) =>
  [
    request.method,
    canonicalPath(request.path, signature.credential.scope[2]),
    canonicalQuery(request.query),
    ...signature.signedHeaders.map(
      (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}`,
    ),
    '',
    signature.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');

/** Reads `20260101T120000Z` as ms; NaN if it is something else. */
const parseAmzDate = (date: string) =>
  Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const skew = 15 * 60_000;
const longestPresign = 7 * 24 * 3600;

function checkTime({ date, expires, credential }: Signature, now: number): void {
  const at = parseAmzDate(date);
  const early = at - now > skew;
  if (Number.isNaN(at) || !date.startsWith(credential.scope[0]))
    throw new AwsError('AccessDenied', 'The date of the signature is not valid', 403);
  if (expires === undefined && (early || now - at > skew))
    throw new AwsError('RequestTimeTooSkewed', 'The request is too far from now', 403);
  if (expires === undefined) return;
  if (!(expires >= 1 && expires <= longestPresign))
    throw new AwsError('AuthorizationQueryParametersError', 'X-Amz-Expires is out of range');
  if (early || now > at + 1000 * expires)
    throw new AwsError('AccessDenied', 'Request has expired', 403);
}

/** Headers that must be signed if they are there: S3 refuses a presigned request with others added. */
const mustBeSigned = (name: string) => name === 'host' || name.startsWith('x-amz-');

/** x-amz-content-sha256 is bound by the canonical request's last line, so it may stay unsigned. */
function checkHeaders(request: SignedRequest, { signedHeaders }: Signature): void {
  const unsigned = Object.keys(request.headers)
    .filter(mustBeSigned)
    .find((name) => !signedHeaders.includes(name) && name !== 'x-amz-content-sha256');
  if (unsigned)
    throw new AwsError(
      'AccessDenied',
      `There were headers present which were not signed: ${unsigned}`,
      403,
    );
}

/**
 * Verifies a SigV4 header or presigned URL against `now` (ms) and returns who signed.
 * `payloadHash` is what the canonical request ends with: the body's hex SHA-256 or a literal such as
 * UNSIGNED-PAYLOAD. Throws AwsError: AccessDenied (anonymous, expired), InvalidAccessKeyId,
 * RequestTimeTooSkewed, SignatureDoesNotMatch.
 */
export function verifySignature(
  request: SignedRequest,
  payloadHash: string,
  secretOf: SecretOf,
  now: number,
): Credential {
  const signature = signatureOf(request);
  if (!signature) throw new AwsError('AccessDenied', 'Access Denied', 403);
  const { credential } = signature;
  const secret = secretOf(credential.accessKeyId);
  if (secret === undefined)
    throw new AwsError('InvalidAccessKeyId', 'The access key does not exist', 403);
  checkTime(signature, now);
  checkHeaders(request, signature);
  const hash = sha256(canonicalRequest(request, signature, payloadHash));
  const text = ['AWS4-HMAC-SHA256', signature.date, credential.scope.join('/'), hash].join('\n');
  if (!signatureMatches(signingKey(secret, credential.scope), text, signature.signature))
    throw new AwsError('SignatureDoesNotMatch', 'The signature does not match the request', 403);
  return credential;
}
