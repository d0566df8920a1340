import { documentOf } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import { assertNotRemoved } from './not-removed.ts';
import type { PresignedDownload } from './presigned-download.ts';

/** Download URL of the uploaded PDF, for placing fields. */
export const makeOriginal =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>, download: PresignedDownload) =>
  async (request: SenderRequest) => {
    const envelope = await ownEnvelope(ledger, request);
    assertNotRemoved(envelope, clock.now());
    const { key, name } = documentOf(envelope);
    return download(key, { fileName: name, inline: true });
  };
