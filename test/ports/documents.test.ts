import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Documents } from '../../shared/ports/documents.ts';
import { type AwsTarget, startAws } from '../fixtures/aws-target.ts';
import { MemoryDocuments } from '../fixtures/memory/documents.ts';
import { uniqueName } from '../local/conformance/target.ts';
import { documentsContract } from './documents.contract.ts';

const adapters: Partial<Record<'memory' | 'S3', Documents>> = { memory: new MemoryDocuments() };
let aws: AwsTarget;
beforeAll(async () => {
  aws = await startAws();
  const Bucket = uniqueName('documents');
  await new S3Client(aws.config).send(new CreateBucketCommand({ Bucket }));
  const { s3Documents } = await import('../../shared/aws/documents/s3-documents.ts');
  adapters.S3 = s3Documents({ BUCKET: Bucket });
});
afterAll(() => aws.stop());

describe.each(['memory', 'S3'] as const)('in %s', (kind) =>
  documentsContract(() => adapters[kind]!),
);
