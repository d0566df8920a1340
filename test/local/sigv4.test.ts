import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type SignedRequest, verifySignature } from '../../infra/local/aws/sigv4.ts';

/**
 * Examples of the Amazon S3 API reference, "Authenticating requests: Signature Version 4" (header and query
 * parameters), with its published secret.
 */
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const secretOf = (id: string) => (id === 'AKIAIOSFODNN7EXAMPLE' ? secret : undefined);
const at = Date.UTC(2013, 4, 24);
const emptyHash = createHash('sha256').update('').digest('hex');
const scope = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';

const getObject: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  query: '',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': emptyHash,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  },
};

const presigned: SignedRequest = {
  method: 'GET',
  path: '/test.txt',
  query: `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(scope)}&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`,
  headers: { host: 'examplebucket.s3.amazonaws.com' },
};

const verifyPresigned = (request: SignedRequest, now = at) =>
  verifySignature(request, 'UNSIGNED-PAYLOAD', secretOf, now);

function codeOf(verify: () => unknown) {
  try {
    verify();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test("AWS's own signed request is accepted", () => {
  const { accessKeyId, scope: parts } = verifySignature(getObject, emptyHash, secretOf, at);
  expect([accessKeyId, parts[2]]).toEqual(['AKIAIOSFODNN7EXAMPLE', 's3']);
});

test("AWS's own presigned URL is accepted until it expires", () => {
  const day = 86_400_000;
  expect(codeOf(() => verifyPresigned(presigned, at + day))).toBe('accepted');
  expect(codeOf(() => verifyPresigned(presigned, at + day + 1000))).toBe('AccessDenied');
});

test.each<[string, Partial<SignedRequest>]>([
  ['method', { method: 'DELETE' }],
  ['path', { path: '/other.txt' }],
  ['query', { query: 'versionId=1' }],
  ['signed header', { headers: { ...getObject.headers, range: 'bytes=0-99' } }],
])('a request with another %s than was signed is refused', (_, change) => {
  const changed = { ...getObject, ...change };
  const code = codeOf(() => verifySignature(changed, emptyHash, secretOf, at));
  expect(code).toBe('SignatureDoesNotMatch');
});

test('a request with another body than was signed is refused', () => {
  const hash = createHash('sha256').update('other').digest('hex');
  const code = codeOf(() => verifySignature(getObject, hash, secretOf, at));
  expect(code).toBe('SignatureDoesNotMatch');
});

test('a request more than 15 minutes away is refused', () => {
  const verifyAt = (now: number) =>
    codeOf(() => verifySignature(getObject, emptyHash, secretOf, now));
  expect(verifyAt(at + 15 * 60_000)).toBe('accepted');
  expect(verifyAt(at + 15 * 60_000 + 1)).toBe('RequestTimeTooSkewed');
  expect(verifyAt(at - 15 * 60_000 - 1)).toBe('RequestTimeTooSkewed');
});

test('a presigned URL cannot be stretched', () => {
  const query = presigned.query.replace('Expires=86400', 'Expires=604800');
  const code = codeOf(() => verifyPresigned({ ...presigned, query }));
  expect(code).toBe('SignatureDoesNotMatch');
});

test('an x-amz header that was not signed is refused', () => {
  const headers = { ...presigned.headers, 'x-amz-acl': 'public-read' };
  expect(codeOf(() => verifyPresigned({ ...presigned, headers }))).toBe('AccessDenied');
});

test('nobody without a key is let in', () => {
  const anonymous = { ...presigned, query: '' };
  expect(codeOf(() => verifyPresigned(anonymous))).toBe('AccessDenied');
  const stranger = () => verifySignature(presigned, 'UNSIGNED-PAYLOAD', () => undefined, at);
  expect(codeOf(stranger)).toBe('InvalidAccessKeyId');
});
