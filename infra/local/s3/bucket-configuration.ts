import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { isObject, type Json } from '../json.ts';
import { CorsConfiguration } from './cors.ts';
import { LifecycleConfiguration } from './lifecycle.ts';
import { receiveText } from './request-body.ts';
import type { S3Operation } from './s3-state.ts';
import { parseXml } from './xml.ts';

const Flag = z.enum(['true', 'false']);
const Empty = z.literal('');

const Encryption = z.strictObject({
  Rule: z
    .array(
      z.strictObject({
        ApplyServerSideEncryptionByDefault: z.strictObject({
          SSEAlgorithm: z.enum(['AES256', 'aws:kms']),
          KMSMasterKeyID: z.string().optional(),
        }),
        BucketKeyEnabled: Flag.optional(),
      }),
    )
    .length(1),
});

const PublicAccessBlock = z.strictObject({
  BlockPublicAcls: Flag.optional(),
  IgnorePublicAcls: Flag.optional(),
  BlockPublicPolicy: Flag.optional(),
  RestrictPublicBuckets: Flag.optional(),
});

const Notification = z.union([Empty, z.strictObject({ EventBridgeConfiguration: Empty })]);

const Ownership = z.strictObject({
  Rule: z.array(z.strictObject({ ObjectOwnership: z.literal('BucketOwnerEnforced') })).length(1),
});

const Tag = z.strictObject({ Key: z.string(), Value: z.string() });
const Tagging = z.strictObject({ TagSet: z.strictObject({ Tag: z.array(Tag) }) });

const isPublic = (principal: Json | undefined): boolean =>
  principal === '*' || (isObject(principal) && [principal.AWS].flat().includes('*'));

/** Bucket policies may deny to everyone, but may allow only named principals: public access is refused. */
function checkPolicy(text: string): void {
  const policy = JSON.parse(text) as Json;
  const statements = isObject(policy) ? [policy.Statement ?? []].flat() : [];
  const open = statements.some(
    (statement) =>
      isObject(statement) && statement.Effect === 'Allow' && isPublic(statement.Principal),
  );
  if (open) throw new AwsError('AccessDenied', 'Public policies are blocked', 403);
}

interface Resource {
  readonly check: (document: string) => void;
  /** What GetBucket… answers when nothing was put: an error, or a default document. */
  readonly absent: { readonly code: string } | { readonly document: string };
}

const xml = (root: string, schema: z.ZodType) => (document: string) => {
  parseXml(document, root, schema);
};

const resources: Record<string, Resource> = {
  cors: {
    check: xml('CORSConfiguration', CorsConfiguration),
    absent: { code: 'NoSuchCORSConfiguration' },
  },
  lifecycle: {
    check: xml('LifecycleConfiguration', LifecycleConfiguration),
    absent: { code: 'NoSuchLifecycleConfiguration' },
  },
  encryption: {
    check: xml('ServerSideEncryptionConfiguration', Encryption),
    absent: { code: 'ServerSideEncryptionConfigurationNotFoundError' },
  },
  publicAccessBlock: {
    check: xml('PublicAccessBlockConfiguration', PublicAccessBlock),
    absent: { code: 'NoSuchPublicAccessBlockConfiguration' },
  },
  ownershipControls: {
    check: xml('OwnershipControls', Ownership),
    absent: { code: 'OwnershipControlsNotFoundError' },
  },
  notification: {
    check: xml('NotificationConfiguration', Notification),
    absent: { document: '<NotificationConfiguration/>' },
  },
  policy: { check: checkPolicy, absent: { code: 'NoSuchBucketPolicy' } },
  tagging: { check: xml('Tagging', Tagging), absent: { code: 'NoSuchTagSet' } },
};

const putConfiguration = (name: string, { check }: Resource): S3Operation => ({
  parameters: [name],
  run: async (request, { blobs, buckets }) => {
    const document = await receiveText(request, blobs);
    check(document);
    buckets.configure(request.bucket, name, document);
    return { status: name === 'policy' ? 204 : 200 };
  },
});

const getConfiguration = (name: string, { absent }: Resource): S3Operation => ({
  parameters: [name],
  run: ({ bucket }, { buckets }) => {
    const document = buckets.configuration(bucket, name);
    if (document !== undefined) return { status: 200, body: document };
    if ('document' in absent) return { status: 200, body: absent.document };
    throw new AwsError(absent.code, `The bucket has no ${name} configuration`, 404);
  },
});

const deleteConfiguration = (name: string): S3Operation => ({
  parameters: [name],
  run: ({ bucket }, { buckets }) => {
    buckets.configure(bucket, name, undefined);
    return { status: 204 };
  },
});

/**
 * PUT, GET and DELETE of bucket sub-resources. Documents are validated element by element; what is not listed
 * here (versioning, ACLs, replication …) is refused.
 */
export const configurationOperations: Record<string, S3Operation> = Object.fromEntries(
  Object.entries(resources).flatMap(([name, resource]) => [
    [`PUT bucket ${name}`, putConfiguration(name, resource)],
    [`GET bucket ${name}`, getConfiguration(name, resource)],
    [`DELETE bucket ${name}`, deleteConfiguration(name)],
  ]),
);
