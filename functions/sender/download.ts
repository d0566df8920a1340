import { archivedKeys } from '../../shared/contract/archived.ts';
import type { Envelope } from '../../shared/domain/envelope.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { signedFileName } from '../../shared/domain/file-name.ts';
import { isRemoved } from '../../shared/domain/retention.ts';
import type { Ports } from '../../shared/ports.ts';
import { assertNotRemoved } from './not-removed.ts';
import { ownEnvelope } from './own-envelope.ts';
import type { PresignedDownload } from './presigned-download.ts';
import type { SenderRequest } from './sender-request.ts';

interface Places {
  readonly download: PresignedDownload;
  readonly fromArchive: PresignedDownload;
}

/** The sealed PDF, from completion until its removal; then from the archive, if it lies there. */
export const makeDownload =
  (
    { ledger, archive, clock }: Pick<Ports, 'ledger' | 'archive' | 'clock'>,
    { download, fromArchive }: Places,
  ) =>
  async (request: SenderRequest) => {
    const envelope = await ownEnvelope(ledger, request);
    const name = { fileName: signedFileName(envelope), inline: false };
    const isGone = isRemoved(envelope, clock.now());
    if (isGone && wasCompleted(envelope) && (await archive.has(envelope.id)))
      return fromArchive(archivedKeys(envelope.id).signed, name);
    assertNotRemoved(envelope, clock.now());
    if (envelope.status !== 'completed') throw new Refusal('not_completed');
    return download(envelope.file.key, name);
  };

/** Also of one whose file was removed since. */
export const wasCompleted = (envelope: Envelope): boolean =>
  (envelope.status === 'purged' ? envelope.ended : envelope.status) === 'completed';
