import { AwsError, notImplemented } from '../aws/aws-error.ts';
import { parseCredential } from '../aws/sigv4.ts';
import { quoted } from './conditions.ts';
import { readForm } from './form-upload.ts';
import { objectHeaders } from './object-headers.ts';
import type { StoredObject } from './objects.ts';
import { type PostPolicy, verifyPostPolicy } from './post-policy.ts';
import type { S3Reply, S3Request } from './s3-request.ts';
import type { S3State } from './s3-state.ts';
import { checkKey } from './write-object.ts';
import { xmlDocument } from './xml.ts';

const knownFields = new Set([
  'key',
  'bucket',
  'policy',
  'content-type',
  'content-disposition',
  'cache-control',
  'success_action_status',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-signature',
  'x-amz-security-token',
  'x-amz-server-side-encryption',
]);

function checkKnown(fields: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(fields).find(
    (name) =>
      !knownFields.has(name) && !name.startsWith('x-amz-meta-') && !name.startsWith('x-ignore-'),
  );
  if (unknown) throw notImplemented(`the form field ${unknown}`);
}

/** Stops reading at the policy's maximum length, so that an upload cannot fill the disk. */
async function* limited(file: AsyncIterable<Buffer>, { largest }: PostPolicy) {
  let size = 0;
  for await (const chunk of file) {
    size += chunk.length;
    if (size > largest)
      throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    yield chunk;
  }
}

function created({ bucket, key, etag }: StoredObject, status = '204'): S3Reply {
  const headers = { etag: quoted(etag), location: `/${bucket}/${encodeURIComponent(key)}` };
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers };
  const result = { Location: headers.location, Bucket: bucket, Key: key, ETag: quoted(etag) };
  return { status: 201, headers, body: xmlDocument('PostResponse', result) };
}

/** POST Object: a browser's form upload under a signed policy, the file streamed to disk. */
export async function postObject(request: S3Request, state: S3State): Promise<S3Reply> {
  const { bucket } = request;
  const { blobs, buckets, objects, clock, secretOf, access } = state;
  const form = await readForm(request.stream);
  const fields: Record<string, string> = { ...form.fields, bucket: form.fields.bucket ?? bucket };
  checkKnown(fields);
  if (fields.bucket !== bucket) throw new AwsError('AccessDenied', 'Access Denied', 403);
  const policy = verifyPostPolicy(fields, secretOf, clock.now());
  const key = (form.fields.key ?? '').replace(/\$\{filename\}/, () => form.fileName);
  checkKey(key);
  const { accessKeyId } = parseCredential(fields['x-amz-credential'] ?? '');
  access.checkS3(accessKeyId, { ...request, operation: 'POST form', key });
  const { id, size, md5, crc32 } = await blobs.write(limited(form.file, policy));
  if (size < policy.smallest) {
    blobs.remove(id);
    throw new AwsError('EntityTooSmall', 'Your proposed upload is too small');
  }
  const headers = objectHeaders(form.fields, buckets, bucket);
  const object = { bucket, key, blob: id, size, etag: md5, headers, crc32 };
  const anything = { ifMatch: undefined, ifNoneMatch: undefined };
  const stored = objects.put(object, anything, 'POST Object');
  return created(stored, form.fields.success_action_status);
}
