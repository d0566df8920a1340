import type * as z from 'zod';
import type { DownloadAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ceremonyState, visibleRevision } from '../ceremony/ceremony-state.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { presignedPdf } from './presigned-pdf.ts';

/**
 * Download URL of the sealed file from completion until the purge; before that, for a party that has signed,
 * of the visible revision.
 */
export const makeDownload =
  ({ presigned }: Pick<Ports, 'presigned'>) =>
  async (request: CeremonyRequest): Promise<z.input<typeof DownloadAnswer>> => {
    const { ceremony } = request;
    const revision = isDownloadable(ceremony) ? visibleRevision(ceremony) : undefined;
    if (!revision) throw new Refusal('not_completed');
    return presignedPdf(presigned, revision, ceremony, 'attachment');
  };

const isDownloadable = ({ envelope, party, now }: Ceremony): boolean =>
  envelope.status === 'completed' || ceremonyState(envelope, party, now) === 'signed';
