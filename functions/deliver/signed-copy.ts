import type { Completed } from '../../shared/domain/envelope/envelope.ts';
import { signedFileName } from '../../shared/domain/text/file-name.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { Attachment } from '../../shared/ports/messages.ts';

/** SES's limit is 10 MB including base64, headers and text (DESIGN: AWS side). */
export const MAX_ATTACHED_BYTES = 6 * 1024 * 1024;

/** The signed document as attachment; undefined if too large, in which case only the link is sent. */
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
