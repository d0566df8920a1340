import type * as z from 'zod';
import { PRESIGNED_SECONDS } from '../../../shared/contract/presigned.ts';
import type { PresignedPostAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { UploadInput } from '../../../shared/contract/sender/sender-inputs.ts';
import {
  MAX_DOCUMENT_BYTES,
  ticketKey,
  type UploadTicket,
  uploadKey,
} from '../../../shared/contract/sender/upload-ticket.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { draftOf } from '../../../shared/domain/transitions/drafting.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';

type Deps = Pick<Ports, 'ledger' | 'documents' | 'presigned' | 'clock' | 'random' | 'counters'>;
type Request = SenderRequest<z.output<typeof UploadInput>>;

/** Presigns the upload of one PDF under a new key; intake then records its check in the ledger. */
export const makeUpload =
  (ports: Deps, { DAILY_LIMITS: { uploadsOfSender: most } }: { DAILY_LIMITS: DailyLimits }) =>
  async (request: Request): Promise<z.input<typeof PresignedPostAnswer>> => {
    const { ledger, documents, presigned, clock, random } = ports;
    const { id } = draftOf(await ownEnvelope(ledger, request));
    const { fileName, size } = request.body;
    if (size > MAX_DOCUMENT_BYTES) throw new Refusal('pdf_too_large', { size });
    const upload = Buffer.from(random(16)).toString('base64url');
    const now = clock.now();
    const ticket = { fileName, requestedAt: now.toISOString() };
    const of = `sender#${request.caller.subject}`;
    await counted(ports, [{ act: 'upload', of, per: 'day', most }], () =>
      putTicket(documents, ticketKey(id, upload), ticket),
    );
    const limits = { maxBytes: MAX_DOCUMENT_BYTES, contentTypes: ['application/pdf'] };
    const { url, fields } = await presigned.post(uploadKey(id, upload), limits);
    const expiresAt = new Date(now.getTime() + PRESIGNED_SECONDS * 1000).toISOString();
    return { upload, url, fields: { ...fields }, maxBytes: MAX_DOCUMENT_BYTES, expiresAt };
  };

async function putTicket(
  documents: Deps['documents'],
  key: string,
  ticket: UploadTicket,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(ticket));
  await documents.put(key, bytes, { contentType: 'application/json' });
}
