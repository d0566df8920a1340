import { archivedKeys } from '../../../shared/contract/archived.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { signedFileName } from '../../../shared/domain/text/file-name.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';
import { isArchived } from './is-archived.ts';
import { assertNotRemoved } from './not-removed.ts';
import type { PresignedDownload } from './presigned-download.ts';

interface Places {
  readonly download: PresignedDownload;
  readonly fromArchive: PresignedDownload;
}

/**
 * Download URL of the sealed PDF from completion until the purge; afterwards from the archive, if it is
 * there.
 */
export const makeDownload =
  (ports: Pick<Ports, 'ledger' | 'archive' | 'clock'>, { download, fromArchive }: Places) =>
  async (request: SenderRequest) => {
    const envelope = await ownEnvelope(ports.ledger, request);
    const name = { fileName: signedFileName(envelope), inline: false };
    if (await isArchived(ports, envelope))
      return fromArchive(archivedKeys(envelope.id).signed, name);
    assertNotRemoved(envelope, ports.clock.now());
    if (envelope.status !== 'completed') throw new Refusal('not_completed');
    return download(envelope.file.key, name);
  };
