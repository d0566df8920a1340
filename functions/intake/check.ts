import {
  MAX_DOCUMENT_BYTES,
  ticketKey,
  UploadTicket,
  uploadOf,
} from '../../shared/contract/upload-ticket.ts';
import { documentChecked } from '../../shared/domain/drafting.ts';
import type { AcceptedDocument, EntryData } from '../../shared/domain/entries.ts';
import { checkDocument } from '../../shared/pdf/intake.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import type { Documents, Ports } from '../../shared/ports.ts';
import { putOnce } from './put-once.ts';

interface Upload {
  readonly envelopeId: string;
  readonly upload: string;
  readonly key: string;
}

type Verdict = { accepted: AcceptedDocument } | { refused: EntryData['document.refused'] };

/**
 * Looks at an upload that has landed and records in the ledger whether it can be signed. The bytes
 * that were checked are what is kept: an upload that is overwritten later changes nothing.
 */
export const makeCheck =
  ({ ledger, documents, clock }: Pick<Ports, 'ledger' | 'documents' | 'clock'>) =>
  async (key: string): Promise<void> => {
    const named = uploadOf(key);
    if (!named) return;
    const upload = { ...named, key };
    const { status, document } = await ledger.load(upload.envelopeId);
    if (status !== 'draft' || document?.upload === upload.upload) return;
    const verdict = await verdictOn(documents, upload);
    if (!verdict) return;
    await ledger.change(upload.envelopeId, (current) =>
      documentChecked(current, verdict, clock.now()),
    );
  };

/** Undefined if the upload is already gone. */
async function verdictOn(documents: Documents, upload: Upload): Promise<Verdict | undefined> {
  const name = await nameOf(documents, upload);
  const size = await documents.size(upload.key);
  if (size !== undefined && size > MAX_DOCUMENT_BYTES) {
    return refused(upload, name, new PdfRefusal('pdf_too_large'));
  }
  const object = await documents.get(upload.key);
  return object && (await judged(documents, upload, name, object.bytes));
}

async function judged(
  documents: Documents,
  upload: Upload,
  name: string,
  bytes: Uint8Array,
): Promise<Verdict> {
  try {
    const checked = await checkDocument(bytes);
    const key = `open/${upload.envelopeId}/original-${checked.sha256}.pdf`;
    await putOnce(documents, key, bytes);
    return { accepted: { ...checked, upload: upload.upload, name, key } };
  } catch (error) {
    if (error instanceof PdfRefusal) return refused(upload, name, error);
    throw error;
  }
}

const refused = ({ upload }: Upload, name: string, { code, detail }: PdfRefusal): Verdict => ({
  refused: { upload, name, code, ...(detail && { detail: { ...detail } }) },
});

async function nameOf(documents: Documents, upload: Upload): Promise<string> {
  const ticket = await documents.get(ticketKey(upload.envelopeId, upload.upload));
  if (!ticket) return `${upload.upload}.pdf`;
  return UploadTicket.parse(JSON.parse(Buffer.from(ticket.bytes).toString())).fileName;
}
