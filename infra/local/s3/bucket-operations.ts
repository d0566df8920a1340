import * as z from 'zod';
import { region } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import { receiveText } from './request-body.ts';
import type { S3Operation } from './s3-state.ts';
import { parseXml, xmlDocument } from './xml.ts';

const CreateBucketConfiguration = z.strictObject({ LocationConstraint: z.literal(region) });

export const createBucket: S3Operation = {
  parameters: [],
  run: async (request, { blobs, buckets }) => {
    const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
    const text = hasBody ? await receiveText(request, blobs) : '';
    if (text !== '') parseXml(text, 'CreateBucketConfiguration', CreateBucketConfiguration);
    buckets.create(request.bucket);
    return { status: 200, headers: { location: `/${request.bucket}` } };
  },
};

export const headBucket: S3Operation = {
  parameters: [],
  run: () => ({ status: 200, headers: { 'x-amz-bucket-region': region } }),
};

export const deleteBucket: S3Operation = {
  parameters: [],
  run: ({ bucket }, { buckets, objects }) => {
    for (const _ of objects.list(bucket))
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
    buckets.delete(bucket);
    return { status: 204 };
  },
};

export const listBuckets: S3Operation = {
  parameters: [],
  run: (_, { buckets }) => {
    const Bucket = buckets.list().map(({ name, created }) => ({
      Name: name,
      CreationDate: new Date(created).toISOString(),
    }));
    return { status: 200, body: xmlDocument('ListAllMyBucketsResult', { Buckets: { Bucket } }) };
  },
};
