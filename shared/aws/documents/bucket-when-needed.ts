import type { Archive, Documents, PresignedAddresses } from '../../ports/documents.ts';
import { whenNeeded } from '../../ports/when-needed.ts';

interface Variables {
  readonly BUCKET: string;
}

/** S3, imported on first use. */
export const documentsWhenNeeded = (env: Variables): Documents =>
  whenNeeded<Documents>(
    { get: true, size: true, put: true, append: true, copy: true, removeAll: true },
    async () => (await import('./s3-documents.ts')).s3Documents(env),
  );

export const presignedWhenNeeded = (env: Variables): PresignedAddresses =>
  whenNeeded<PresignedAddresses>({ get: true, post: true }, async () =>
    (await import('./s3-presigned.ts')).s3Presigned(env),
  );

export const archiveWhenNeeded = (env: Variables & { ARCHIVE_BUCKET: string }): Archive =>
  whenNeeded<Archive>({ keep: true, has: true }, async () =>
    (await import('./s3-archive.ts')).s3Archive(env),
  );
