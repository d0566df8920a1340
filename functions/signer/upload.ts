import type * as z from 'zod';
import type { MarkUploadAnswer, MarkUploadInput } from '../../shared/contract/signer.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { onTurn } from '../../shared/domain/signing.ts';
import type { Ports } from '../../shared/ports.ts';
import { mayFillIn } from './confirmation.ts';
import { MARK_MAX_BYTES, markKey } from './mark-upload.ts';
import type { CeremonyRequest } from './signer-request.ts';

/** Lets a party that entered its code put one picture, of the named type and at most 5 MiB, under a key of its own. */
export const makeUpload =
  ({ presigned, random }: Pick<Ports, 'presigned' | 'random'>) =>
  async (
    request: CeremonyRequest<z.output<typeof MarkUploadInput>>,
  ): Promise<z.input<typeof MarkUploadAnswer>> => {
    const { ceremony } = request;
    const { envelope, link } = ceremony;
    onTurn(envelope, link.party);
    if (!mayFillIn(ceremony)) throw new Refusal('confirmation_required');
    const upload = Buffer.from(random(16)).toString('base64url');
    const limits = { maxBytes: MARK_MAX_BYTES, contentTypes: [request.body.contentType] };
    const { url, fields } = await presigned.post(markKey(link, upload), limits);
    return { upload, url, fields: { ...fields }, maxBytes: MARK_MAX_BYTES };
  };
