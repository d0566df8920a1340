import { PRESIGNED_SECONDS } from '../../../shared/contract/presigned.ts';
import type { Revision } from '../../../shared/domain/ledger/entries.ts';
import { pdfFileName, signedFileName } from '../../../shared/domain/text/file-name.ts';
import type { PresignedAddresses } from '../../../shared/ports/documents.ts';
import type { Ceremony } from '../session/ceremony.ts';

/** Presigned URL of a PDF, with a file name from the title, marked as signed once completed. */
export async function presignedPdf(
  presigned: PresignedAddresses,
  { key }: Revision,
  { envelope, now }: Ceremony,
  how: 'inline' | 'attachment',
): Promise<{ url: string; fileName: string; expiresAt: string }> {
  const isSigned = how === 'attachment' && envelope.status === 'completed';
  const fileName = isSigned ? signedFileName(envelope) : pdfFileName(envelope.title);
  const url = await presigned.get(key, { fileName, inline: how === 'inline' });
  return {
    url,
    fileName,
    expiresAt: new Date(now.getTime() + PRESIGNED_SECONDS * 1000).toISOString(),
  };
}
