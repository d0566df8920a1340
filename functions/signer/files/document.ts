import type * as z from 'zod';
import type { DocumentAnswer } from '../../../shared/contract/signer.ts';
import { isEnded } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { ceremonyState, visibleRevision } from '../ceremony/ceremony-state.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { presignedPdf } from './presigned-pdf.ts';

type Document = z.output<typeof DocumentAnswer>;

/** Presigned URL of the visible revision, for display in the page. */
export const makeDocument =
  ({ presigned }: Pick<Ports, 'presigned'>) =>
  async ({ ceremony }: CeremonyRequest): Promise<Document> => {
    const document = await documentOf(presigned, ceremony);
    if (!document) throw nothingToShow(ceremony);
    return document;
  };

/** Undefined if the party may not read any revision now. */
export async function documentOf(
  presigned: Ports['presigned'],
  ceremony: Ceremony,
): Promise<Document | undefined> {
  const revision = visibleRevision(ceremony);
  if (!revision) return undefined;
  const { url, expiresAt } = await presignedPdf(presigned, revision, ceremony, 'inline');
  return { url, expiresAt, sha256: revision.sha256 };
}

function nothingToShow({ envelope, party, now }: Ceremony): Refusal {
  const status = ceremonyState(envelope, party, now);
  if (isEnded(envelope) || status === 'expired') return new Refusal('envelope_closed', { status });
  return new Refusal(envelope.status === 'signing' ? 'not_your_turn' : 'document_not_ready');
}
