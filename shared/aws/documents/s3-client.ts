import { S3Client } from '@aws-sdk/client-s3';

/**
 * Module-scope client. Checksums only where S3 demands them: a presigned address would
 * carry that of an empty body, and a multipart upload would demand one for each copied part. What is
 * stored is hashed and compared by the PDF's own plan.
 */
export const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
