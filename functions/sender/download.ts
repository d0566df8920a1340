import { Refusal } from '../../shared/domain/errors.ts';
import { signedFileName } from '../../shared/domain/file-name.ts';
import type { Ports } from '../../shared/ports.ts';
import { assertNotRemoved } from './not-removed.ts';
import { ownEnvelope } from './own-envelope.ts';
import type { PresignedDownload } from './presigned-download.ts';
import type { SenderRequest } from './sender-request.ts';

/** The sealed PDF, from completion until its removal. */
export const makeDownload =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>, download: PresignedDownload) =>
  async (request: SenderRequest) => {
    const envelope = await ownEnvelope(ledger, request);
    assertNotRemoved(envelope, clock.now());
    if (envelope.status !== 'completed') throw new Refusal('not_completed');
    return download(envelope.file.key, { fileName: signedFileName(envelope), inline: false });
  };
