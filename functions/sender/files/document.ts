import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { pdfFileName } from '../../../shared/domain/text/file-name.ts';
import { documentOf } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import { assertNotRemoved } from './not-removed.ts';
import type { PresignedDownload } from './presigned-download.ts';

/** Download URL of the PDF during signing. */
export const makeDocument =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>, download: PresignedDownload) =>
  async (request: SenderRequest) => {
    const envelope = await ownEnvelope(ledger, request);
    assertNotRemoved(envelope, clock.now());
    return download(newestOf(envelope), { fileName: pdfFileName(envelope.title), inline: true });
  };

function newestOf(envelope: Envelope): string {
  if ('file' in envelope && envelope.file) return envelope.file.key;
  const revisions = 'revisions' in envelope ? envelope.revisions : undefined;
  return (revisions?.at(-1) ?? documentOf(envelope)).key;
}
