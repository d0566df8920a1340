import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  GetBucketCorsCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootsOwnTarget, clientConfig, Target, uniqueName } from './target.ts';

let target: Target;
let s3: S3Client;

beforeAll(async () => {
  target = await Target.start();
  s3 = new S3Client(clientConfig(target.endpoint));
});
afterAll(() => target.stop());

async function createBucket() {
  const Bucket = uniqueName('bucket');
  await s3.send(new CreateBucketCommand({ Bucket }));
  return Bucket;
}

test('a bucket is listed, found, and deleted when it is empty', async () => {
  const Bucket = await createBucket();
  const { Buckets } = await s3.send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toContain(Bucket);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  const early = s3.send(new DeleteBucketCommand({ Bucket }));
  await expect(early).rejects.toMatchObject({ name: 'BucketNotEmpty' });
});

test('a bucket that does not exist is refused', async () => {
  const Bucket = uniqueName('none');
  const put = s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  await expect(put).rejects.toMatchObject({ name: 'NoSuchBucket' });
  await expect(s3.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('a bucket is not created twice', async () => {
  const Bucket = await createBucket();
  await expect(s3.send(new CreateBucketCommand({ Bucket }))).rejects.toThrow();
});

test('encryption, ownership and the block of public access are accepted', async () => {
  const Bucket = await createBucket();
  const ApplyServerSideEncryptionByDefault = {
    SSEAlgorithm: 'aws:kms' as const,
    KMSMasterKeyID: 'k',
  };
  await s3.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault }] },
    }),
  );
  const Rules = [{ ObjectOwnership: 'BucketOwnerEnforced' as const }];
  await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));
  const PublicAccessBlockConfiguration = { BlockPublicAcls: true, BlockPublicPolicy: true };
  await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
});

describe('the policy', () => {
  const put = (Bucket: string, statement: object) =>
    s3.send(
      new PutBucketPolicyCommand({
        Bucket,
        Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
      }),
    );

  test('may deny everyone', async () => {
    const Bucket = await createBucket();
    const Resource = [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`];
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    await put(Bucket, { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource, Condition });
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
    expect(Policy).toContain('SecureTransport');
  });

  test.runIf(bootsOwnTarget)('may not open the bucket to everyone', async () => {
    const Bucket = await createBucket();
    const Resource = `arn:aws:s3:::${Bucket}/*`;
    const open = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource };
    await expect(put(Bucket, open)).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('CORS', () => {
  const origin = 'https://firma.example';

  async function corsBucket() {
    const Bucket = await createBucket();
    const rule = {
      AllowedOrigins: [origin],
      AllowedMethods: ['GET', 'POST', 'HEAD'],
      AllowedHeaders: ['content-type', 'range'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 600,
    };
    await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
    return Bucket;
  }

  const preflight = (bucket: string, from: string, method: string, header = 'Range') =>
    fetch(`${target.endpoint}/${bucket}/key`, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': method,
        'access-control-request-headers': header,
      },
    });

  test('a bucket without rules has none', async () => {
    const Bucket = await createBucket();
    await expect(s3.send(new GetBucketCorsCommand({ Bucket }))).rejects.toMatchObject({
      name: 'NoSuchCORSConfiguration',
    });
    expect((await preflight(Bucket, origin, 'GET')).status).toBe(403);
  });

  test('a preflight from the allowed origin is answered', async () => {
    const response = await preflight(await corsBucket(), origin, 'GET');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-headers')).toBe('Range');
    expect(response.headers.get('access-control-max-age')).toBe('600');
  });

  test.each([
    ['another origin', 'https://evil.example', 'GET', 'Range'],
    ['another method', origin, 'PUT', 'Range'],
    ['another header', origin, 'GET', 'X-Other'],
  ])('a preflight from %s is refused', async (_, from, method, header) => {
    expect((await preflight(await corsBucket(), from, method, header)).status).toBe(403);
  });

  test('an answer names the allowed origin, also when it refuses', async () => {
    const bucket = await corsBucket();
    const ask = (from: string) =>
      fetch(`${target.endpoint}/${bucket}/key`, { headers: { origin: from } });
    const allowed = (await ask(origin)).headers;
    expect(allowed.get('access-control-allow-origin')).toBe(origin);
    expect(allowed.get('access-control-expose-headers')).toBe('ETag');
    const refused = (await ask('https://evil.example')).headers;
    expect(refused.get('access-control-allow-origin')).toBeNull();
  });
});

describe('lifecycle', () => {
  const Rules = [
    { ID: 'uploads', Status: 'Enabled', Filter: { Prefix: 'uploads/' }, Expiration: { Days: 1 } },
    {
      ID: 'parts',
      Status: 'Enabled',
      Filter: { Prefix: '' },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    },
  ] as const;

  async function withRules(rules: readonly object[]) {
    const Bucket = await createBucket();
    const LifecycleConfiguration = { Rules: rules as (typeof Rules)[number][] };
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
    return Bucket;
  }

  test('rules come back as they were put', async () => {
    const Bucket = await withRules(Rules);
    const found = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(found.Rules?.[0]).toMatchObject({ ID: 'uploads', Expiration: { Days: 1 } });
  });

  test.runIf(bootsOwnTarget)('a rule that is not imitated is refused', async () => {
    const Transitions = [{ Days: 30, StorageClass: 'GLACIER' }];
    const moving = withRules([{ ID: 'cold', Status: 'Enabled', Filter: {}, Transitions }]);
    await expect(moving).rejects.toMatchObject({ name: 'MalformedXML' });
  });

  test.runIf(bootsOwnTarget)('objects and open uploads end when their days are over', async () => {
    const Bucket = await withRules(Rules);
    const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    await put('uploads/original.pdf');
    await put('pki/root.pem');
    const upload = { Bucket, Key: 'open/r1' };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload));
    const { objects } = target.own.plane.s3;
    const keys = () => [...objects.list(Bucket)].map(({ key }) => key);
    await target.own.plane.tick();
    expect(keys()).toEqual(['pki/root.pem', 'uploads/original.pdf']);
    target.own.clock.advance(2 * 86_400_000);
    await target.own.plane.tick();
    expect(keys()).toEqual(['pki/root.pem']);
    s3 = new S3Client({
      ...clientConfig(target.endpoint),
      systemClockOffset: target.own.clock.offset,
    });
    const part = new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: 'x' });
    await expect(s3.send(part)).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe.runIf(bootsOwnTarget)('the local target', () => {
  test('tells the bus of each new object, if the bucket asks for it', async () => {
    const Bucket = await createBucket();
    const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'pdf' }));
    await put('uploads/before.pdf');
    await s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket,
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    );
    const { ETag } = await put('uploads/E1/original.pdf');
    const events = target.own.store
      .list<{ detail: { bucket?: { name: string } } }>('event')
      .filter(({ detail }) => detail.bucket?.name === Bucket);
    expect(events).toMatchObject([
      {
        bus: 'default',
        source: 'aws.s3',
        'detail-type': 'Object Created',
        detail: {
          reason: 'PutObject',
          object: { key: 'uploads/E1/original.pdf', size: 3, etag: ETag?.replaceAll('"', '') },
        },
      },
    ]);
  });

  test('refuses versioning', async () => {
    const Bucket = await createBucket();
    const VersioningConfiguration = { Status: 'Enabled' as const };
    const command = new PutBucketVersioningCommand({ Bucket, VersioningConfiguration });
    await expect(s3.send(command)).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('keeps buckets and their configuration over a restart', async () => {
    const Bucket = await createBucket();
    const rule = { AllowedOrigins: ['*'], AllowedMethods: ['GET'] };
    await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'x' }));
    await target.restart();
    const { CORSRules } = await s3.send(new GetBucketCorsCommand({ Bucket }));
    expect(CORSRules).toMatchObject([{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]);
    await s3.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
  });
});
