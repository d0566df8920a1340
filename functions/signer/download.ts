import type * as z from 'zod';
import type { DownloadAnswer } from '../../shared/contract/sender.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import type { Ports } from '../../shared/ports.ts';
import type { FindCeremony } from './ceremony.ts';
import { presignedPdf } from './presigned-pdf.ts';
import type { SignerRequest } from './signer-request.ts';

/** The sealed file, from completion until its removal. */
export const makeDownload =
  ({ presigned }: Pick<Ports, 'presigned'>, find: FindCeremony) =>
  async (request: SignerRequest): Promise<z.input<typeof DownloadAnswer>> => {
    const ceremony = await find(request);
    const { envelope } = ceremony;
    if (envelope.status !== 'completed') throw new Refusal('not_completed');
    return presignedPdf(presigned, envelope.file, ceremony, false);
  };
