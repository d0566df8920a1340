import type * as z from 'zod';
import type { MarkUploadAnswer, MarkUploadInput } from '../../../shared/contract/signer.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { onTurn } from '../../../shared/domain/transitions/signing.ts';
import { type Count, counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { mayFillIn } from '../codes/confirmation.ts';
import type { CeremonyRequest } from '../session/ceremony.ts';
import { MARK_MAX_BYTES, markKey } from './mark-upload.ts';

/**
 * Presigns the upload of one picture, of the stated type and at most 5 MiB. Only for sessions confirmed to
 * sign.
 */
export const makeUpload =
  (ports: Pick<Ports, 'presigned' | 'random' | 'counters' | 'clock'>) =>
  async (
    request: CeremonyRequest<z.output<typeof MarkUploadInput>>,
  ): Promise<z.input<typeof MarkUploadAnswer>> => {
    const { ceremony } = request;
    const { envelope, link } = ceremony;
    onTurn(envelope, link.party);
    if (!mayFillIn(ceremony)) throw new Refusal('confirmation_required');
    const upload = Buffer.from(ports.random(16)).toString('base64url');
    const limits = { maxBytes: MARK_MAX_BYTES, contentTypes: [request.body.contentType] };
    const { url, fields } = await counted(ports, pictures(`${envelope.id}#${link.party}`), () =>
      ports.presigned.post(markKey(link, upload), limits),
    );
    return { upload, url, fields: { ...fields }, maxBytes: MARK_MAX_BYTES };
  };

const pictures = (of: string): Count[] => [
  { act: 'upload', of, per: 'hour', most: LIMITS.picture.perHour },
  { act: 'upload', of, per: 'day', most: LIMITS.picture.perDay },
];
