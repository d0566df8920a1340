import * as z from 'zod';

/**
 * Metadata of an upload, stored before it for intake, which sees only bytes. The upload itself is stored
 * under `uploadKey` by presigned POST.
 */
export const UploadTicket = z.object({
  fileName: z.string(),
  /** When the upload was requested (ISO 8601). */
  requestedAt: z.string(),
});
export type UploadTicket = z.output<typeof UploadTicket>;

/** Size limit of the presigned POST; intake checks it again before reading. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

export const ticketKey = (envelopeId: string, upload: string): string =>
  `open/${envelopeId}/upload-${upload}.json`;

export const uploadKey = (envelopeId: string, upload: string): string =>
  `uploads/documents/${envelopeId}/${upload}.pdf`;

/** Envelope and upload id of an upload's key; undefined for other keys. */
export function uploadOf(key: string): { envelopeId: string; upload: string } | undefined {
  const [, envelopeId, upload] =
    /^uploads\/documents\/([0-9A-Z]{26})\/([\w-]{1,64})\.pdf$/.exec(key) ?? [];
  return envelopeId && upload ? { envelopeId, upload } : undefined;
}
