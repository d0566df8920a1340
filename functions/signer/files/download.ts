import type * as z from 'zod';
import type { DownloadAnswer } from '../../../shared/contract/sender-answers.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ceremonyState, visibleRevision } from '../ceremony/ceremony-state.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { presignedPdf } from './presigned-pdf.ts';

/**
 * The sealed file, from completion until its removal; before, for a party that has signed, the document as
 * it may read it.
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
