import type * as z from 'zod';
import type { DownloadAnswer } from '../../shared/contract/sender.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import type { Ports } from '../../shared/ports.ts';
import { presignedPdf } from './presigned-pdf.ts';
import type { CeremonyRequest } from './signer-request.ts';

/** The sealed file, from completion until its removal. */
export const makeDownload =
  ({ presigned }: Pick<Ports, 'presigned'>) =>
  async (request: CeremonyRequest): Promise<z.input<typeof DownloadAnswer>> => {
    const { ceremony } = request;
    const { envelope } = ceremony;
    if (envelope.status !== 'completed') throw new Refusal('not_completed');
    return presignedPdf(presigned, envelope.file, ceremony, false);
  };
