import * as z from 'zod';

/**
 * What the sender said of a document before uploading it, for intake, which sees only bytes. The
 * upload itself lands under `uploadKey`, by presigned POST.
 */
export const UploadTicket = z.object({
  fileName: z.string(),
  /** When the upload was asked for. */
  requestedAt: z.string(),
});
export type UploadTicket = z.output<typeof UploadTicket>;

/** What the presigned POST is capped at; intake refuses a larger file unread all the same. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

export const ticketKey = (envelopeId: string, upload: string): string =>
  `open/${envelopeId}/upload-${upload}.json`;

export const uploadKey = (envelopeId: string, upload: string): string =>
  `uploads/documents/${envelopeId}/${upload}.pdf`;

/** The envelope and upload of a key, or undefined for a key of another kind. */
export function uploadOf(key: string): { envelopeId: string; upload: string } | undefined {
  const [, envelopeId, upload] =
    /^uploads\/documents\/([0-9A-Z]{26})\/([\w-]{1,64})\.pdf$/.exec(key) ?? [];
  return envelopeId && upload ? { envelopeId, upload } : undefined;
}
