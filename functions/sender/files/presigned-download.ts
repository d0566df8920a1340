import type * as z from 'zod';
import { PRESIGNED_SECONDS } from '../../../shared/contract/presigned.ts';
import type { DownloadAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { Ports } from '../../../shared/ports/ports.ts';

export type PresignedDownload = (
  key: string,
  name: { readonly fileName: string; readonly inline: boolean },
) => Promise<z.input<typeof DownloadAnswer>>;

export const makePresignedDownload =
  ({ presigned, clock }: Pick<Ports, 'presigned' | 'clock'>): PresignedDownload =>
  async (key, name) => ({
    url: await presigned.get(key, name),
    fileName: name.fileName,
    expiresAt: new Date(clock.now().getTime() + PRESIGNED_SECONDS * 1000).toISOString(),
  });
