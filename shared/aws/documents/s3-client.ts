import { S3Client } from '@aws-sdk/client-s3';

/**
 * Checksums only where S3 requires them: a presigned URL would include that of an empty body, and multipart
 * uploads would need one per copied part. Integrity is ensured by the recorded hashes.
 */
export const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
