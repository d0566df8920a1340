import { PRESIGNED_SECONDS } from '../../shared/contract/presigned.ts';
import type { Revision } from '../../shared/domain/entries.ts';
import { pdfFileName, signedFileName } from '../../shared/domain/file-name.ts';
import type { PresignedAddresses } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';

/** A PDF's address for one party, named after the envelope's title. Only the signed one is downloaded. */
export async function presignedPdf(
  presigned: PresignedAddresses,
  { key }: Revision,
  { envelope, now }: Ceremony,
  inline: boolean,
): Promise<{ url: string; fileName: string; expiresAt: string }> {
  const fileName = inline ? pdfFileName(envelope.title) : signedFileName(envelope);
  const url = await presigned.get(key, { fileName, inline });
  return {
    url,
    fileName,
    expiresAt: new Date(now.getTime() + PRESIGNED_SECONDS * 1000).toISOString(),
  };
}
