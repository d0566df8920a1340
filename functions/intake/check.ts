import type * as z from 'zod';
import {
  type StoredSuggestions,
  suggestionsKey,
} from '../../shared/contract/sender/stored-suggestions.ts';
import {
  MAX_DOCUMENT_BYTES,
  ticketKey,
  UploadTicket,
  uploadOf,
} from '../../shared/contract/sender/upload-ticket.ts';
import { storedJson } from '../../shared/contract/stored.ts';
import { storedRefusal } from '../../shared/domain/document-refusal.ts';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { ignoreUnknown } from '../../shared/domain/errors.ts';
import type { Suggestions } from '../../shared/domain/fields/suggestion.ts';
import type { AcceptedDocument, EntryData } from '../../shared/domain/ledger/entries.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { documentChecked } from '../../shared/domain/transitions/drafting.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { DocumentParser } from './ports.ts';
import { putOnce } from './put-once.ts';

interface Upload {
  readonly envelopeId: string;
  readonly upload: string;
  readonly key: string;
}

type Ticket = Pick<AcceptedDocument, 'upload' | 'name' | 'requestedAt'>;
type Verdict =
  | { readonly accepted: AcceptedDocument }
  | { readonly refused: EntryData['document.refused'] };

export interface CheckPorts extends Pick<Ports, 'ledger' | 'documents' | 'clock'> {
  readonly parser: DocumentParser;
  /** Reports an unforeseen error of our own, which the sender only sees as a refusal, to the operator. */
  readonly onUnforeseen: (envelopeId: string, cause: unknown) => void;
}

/**
 * Checks an upload and records the result in the ledger. Stores exactly the bytes that were checked, so
 * overwriting the upload later has no effect; stores nothing for a deleted draft.
 */
export const makeCheck =
  ({ ledger, clock, ...judging }: CheckPorts) =>
  async (key: string): Promise<void> => {
    const named = uploadOf(key);
    if (!named) return;
    const upload = { ...named, key };
    const envelope = await ledger.load(upload.envelopeId).catch(ignoreUnknown);
    if (!envelope || !isAwaited(envelope, upload)) return;
    const verdict = await verdictOn(judging, upload);
    await ledger
      .change(upload.envelopeId, bySystem('intake', clock.now()), (current) =>
        documentChecked(current, verdict),
      )
      .catch(ignoreUnknown);
  };

const isAwaited = (envelope: Envelope, { upload }: Upload): boolean =>
  envelope.status === 'draft' && !envelope.discardedAt && envelope.document?.upload !== upload;

type JudgingPorts = Pick<CheckPorts, 'documents' | 'parser' | 'onUnforeseen'>;

/** Throws if an awaited upload is missing, so that the event is retried. */
async function verdictOn(ports: JudgingPorts, upload: Upload): Promise<Verdict> {
  const { documents } = ports;
  const ticket = await ticketOf(documents, upload);
  const size = await documents.size(upload.key);
  if (size !== undefined && size > MAX_DOCUMENT_BYTES) {
    return refused(ticket, new PdfRefusal('pdf_too_large'));
  }
  const object = await documents.get(upload.key);
  if (!object) throw new Error(`${upload.key} is not there`);
  return judged(ports, upload, ticket, object.bytes);
}

async function judged(
  { documents, parser, onUnforeseen }: JudgingPorts,
  { envelopeId }: Upload,
  ticket: Ticket,
  bytes: Uint8Array,
): Promise<Verdict> {
  try {
    const { suggested, ...checked } = await parser.checkDocument(bytes);
    const key = `open/${envelopeId}/original-${checked.sha256}.pdf`;
    await putOnce(documents, key, bytes);
    await putSuggestions(documents, suggestionsKey(envelopeId, checked.sha256), suggested);
    return { accepted: { ...checked, ...ticket, key } };
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    if (error.code === 'pdf_unforeseen') onUnforeseen(envelopeId, error.cause);
    return refused(ticket, error);
  }
}

/** Found again on a further try, as the document is the same. */
async function putSuggestions(documents: Documents, key: string, found: Suggestions) {
  const stored: z.input<typeof StoredSuggestions> = {
    version: 1,
    suggestions: found.suggestions.map(({ options, ...suggestion }) => ({
      ...suggestion,
      ...(options && { options: [...options] }),
    })),
    wrongTags: [...found.wrongTags],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(stored));
  await documents.put(key, bytes, { contentType: 'application/json' });
}

const refused = (ticket: Ticket, refusal: PdfRefusal): Verdict => ({
  refused: { ...ticket, ...storedRefusal(refusal) },
});

async function ticketOf(documents: Documents, { envelopeId, upload }: Upload): Promise<Ticket> {
  const stored = await documents.get(ticketKey(envelopeId, upload));
  if (!stored) return { upload, name: `${upload}.pdf` };
  const { fileName, requestedAt } = storedJson('ticket', UploadTicket, stored.bytes);
  return { upload, name: fileName, requestedAt };
}
