import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Json } from '../json.ts';
import { provisioner, type Target, unused } from './provisioner.ts';

const texts = z.array(z.string());

const LifecycleRule = z.strictObject({
  Id: z.string().optional(),
  Prefix: z.string().default(''),
  Status: z.enum(['Enabled', 'Disabled']),
  ExpirationInDays: z.number().optional(),
  NoncurrentVersionExpiration: unused,
  AbortIncompleteMultipartUpload: z.strictObject({ DaysAfterInitiation: z.number() }).optional(),
});

const CorsRule = z.strictObject({
  Id: z.string().optional(),
  AllowedHeaders: texts.optional(),
  AllowedMethods: texts,
  AllowedOrigins: texts,
  ExposedHeaders: texts.optional(),
  MaxAge: z.number().optional(),
});

const Bucket = z.strictObject({
  BucketName: z.string().optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(CorsRule) }).optional(),
  LifecycleConfiguration: z.strictObject({ Rules: z.array(LifecycleRule) }).optional(),
  NotificationConfiguration: z
    .strictObject({
      EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: z.literal(true) }),
    })
    .optional(),
  /** Accepted but not emulated: nothing deletes or overwrites objects of a bucket that is versioned or locked. */
  VersioningConfiguration: unused,
  ObjectLockEnabled: unused,
  ObjectLockConfiguration: unused,
  BucketEncryption: unused,
  OwnershipControls: unused,
  PublicAccessBlockConfiguration: unused,
  LoggingConfiguration: unused,
  Tags: unused,
});
type Bucket = z.output<typeof Bucket>;

const toLifecycleRule = (rule: z.output<typeof LifecycleRule>) => ({
  ID: rule.Id,
  Status: rule.Status,
  Filter: { Prefix: rule.Prefix },
  ...(rule.ExpirationInDays !== undefined && { Expiration: { Days: rule.ExpirationInDays } }),
  AbortIncompleteMultipartUpload: rule.AbortIncompleteMultipartUpload,
});

const toCorsRule = (rule: z.output<typeof CorsRule>) => ({
  ID: rule.Id,
  AllowedHeaders: rule.AllowedHeaders,
  AllowedMethods: rule.AllowedMethods,
  AllowedOrigins: rule.AllowedOrigins,
  ExposeHeaders: rule.ExposedHeaders,
  MaxAgeSeconds: rule.MaxAge,
});

async function create(name: string, { aws }: Target) {
  try {
    await aws.s3.send(new CreateBucketCommand({ Bucket: name }));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  }
}

async function configure(name: string, bucket: Bucket, { aws }: Target) {
  const { LifecycleConfiguration: lifecycle, CorsConfiguration: cors } = bucket;
  if (lifecycle)
    await aws.s3.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket: name,
        LifecycleConfiguration: { Rules: lifecycle.Rules.map(toLifecycleRule) },
      }),
    );
  if (cors)
    await aws.s3.send(
      new PutBucketCorsCommand({
        Bucket: name,
        CORSConfiguration: { CORSRules: cors.CorsRules.map(toCorsRule) },
      }),
    );
  if (bucket.NotificationConfiguration)
    await aws.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: name,
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
}

export const provisionBucket = provisioner(Bucket, async (request, target) => {
  const name = request.properties.BucketName ?? request.name.toLowerCase();
  await create(name, target);
  await configure(name, request.properties, target);
  const domain = `${name}.s3.amazonaws.com`;
  return {
    ref: name,
    attributes: { Arn: `arn:aws:s3:::${name}`, DomainName: domain, RegionalDomainName: domain },
  };
});

const BucketPolicy = z.strictObject({ Bucket: z.string(), PolicyDocument: z.unknown() });

export const provisionBucketPolicy = provisioner(BucketPolicy, async (request, { aws, access }) => {
  const { Bucket: name, PolicyDocument } = request.properties;
  access.protect(`arn:aws:s3:::${name}`, PolicyDocument as Json);
  const Policy = JSON.stringify(PolicyDocument);
  await aws.s3.send(new PutBucketPolicyCommand({ Bucket: name, Policy }));
  return { ref: request.name, attributes: {} };
});
