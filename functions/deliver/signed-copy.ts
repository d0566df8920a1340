import type { Completed } from '../../shared/domain/envelope/envelope.ts';
import { signedFileName } from '../../shared/domain/text/file-name.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { Attachment } from '../../shared/ports/messages.ts';

/** SES takes 10 MB after base64 and with headers and text (DESIGN: AWS side). */
export const MAX_ATTACHED_BYTES = 6 * 1024 * 1024;

/** The signed document as an attachment; undefined if it is too large and only the link goes out. */
export async function signedCopy(
  documents: Pick<Documents, 'get'>,
  envelope: Completed,
): Promise<Attachment | undefined> {
  const { file, id } = envelope;
  if (file.length > MAX_ATTACHED_BYTES) return undefined;
  const object = await documents.get(file.key);
  if (!object) throw new Error(`${id}: the signed document is not there`);
  return {
    fileName: signedFileName(envelope),
    contentType: 'application/pdf',
    bytes: object.bytes,
  };
}
