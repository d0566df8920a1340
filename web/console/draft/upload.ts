import { isBlank, oneLine, readableOnly } from '../../../shared/domain/text/text.ts';
import { uploadPresigned } from '../../ui/api.ts';
import type { Envelope, SenderApi } from '../sender-api.ts';

/** Progress of an upload; `fraction` from 0 to 1. */
export type Upload =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly name: string; readonly fraction: number }
  | { readonly kind: 'checking'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

const LOOK_EVERY_MS = 700;
/** Intake takes about ten seconds for the largest document. */
const MAX_LOOKS = 170;

/** Uploads the file and waits for intake; resolves to the updated envelope or the refusal. */
export async function sendDocument(
  api: SenderApi,
  id: string,
  file: File,
  onUpload: (upload: Upload) => void,
): Promise<Envelope | undefined> {
  const { name } = file;
  onUpload({ kind: 'sending', name, fraction: 0 });
  const ticket = await api.upload(id, name, file.size);
  const pdf = new File([file], name, { type: 'application/pdf' });
  await uploadPresigned(ticket, pdf, (fraction) => onUpload({ kind: 'sending', name, fraction }));
  onUpload({ kind: 'checking', name });
  const envelope = await checked(api, id, ticket.upload);
  if (envelope.document?.upload === ticket.upload) {
    onUpload({ kind: 'none' });
    return envelope;
  }
  onUpload({ kind: 'refused', name, sentence: envelope.refusedDocument?.sentence ?? '' });
  return undefined;
}

async function checked(api: SenderApi, id: string, upload: string): Promise<Envelope> {
  for (let look = 0; look < MAX_LOOKS; look++) {
    const envelope = await api.show(id);
    const { document, refusedDocument } = envelope;
    if (document?.upload === upload || refusedDocument?.upload === upload) return envelope;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error('the document was not checked in time');
}

export type FileProblem = 'empty' | 'too_large' | 'not_pdf';

/** ISO 32000-1, annex H.3.4.1: readers look for the header in the first 1,024 bytes. */
const HEADER_BYTES = 1_024;

/** Refusals that can be determined before uploading. */
export async function problemOf(file: File, maxBytes: number): Promise<FileProblem | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > maxBytes) return 'too_large';
  const start = await file.slice(0, HEADER_BYTES).text();
  return start.includes('%PDF-') ? undefined : 'not_pdf';
}

/** Downloads the draft's current PDF, so that replacing it can be undone. */
export async function originalFile(
  api: SenderApi,
  { id, document }: Envelope,
): Promise<File | undefined> {
  if (!document) return undefined;
  const { url } = await api.original(id);
  return new File([await (await fetch(url)).blob()], document.name, { type: 'application/pdf' });
}

/**
 * Title from a file name: "Contratto_Rossi.pdf" becomes "Contratto Rossi", without characters that titles may
 * not contain. May be empty.
 */
export async function titleFrom(fileName: string): Promise<string> {
  const { firstUncovered } = await import('../../../shared/pdf/font/font.ts');
  const readable = readableOnly(fileName.replace(/\.pdf$/i, '')).replace(/_+/g, ' ');
  const known = [...readable].filter((character) => !firstUncovered(character)).join('');
  const title = oneLine([...known].slice(0, 200).join(''));
  return isBlank(title) ? '' : title;
}
