import { shownRevision } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Purpose } from '../../../shared/domain/secrets/code.ts';
import { onTurnInTime } from '../../../shared/domain/transitions/signing.ts';
import type { Session } from '../../../shared/ports/access.ts';
import type { Ceremony } from '../session/ceremony.ts';

export type Confirmed = NonNullable<Session['confirmed']>;

/**
 * End (ISO 8601) of this session's confirmation for the purpose and the document shown now; undefined without
 * one.
 */
export function confirmedUntil(ceremony: Ceremony, purpose: Purpose): string | undefined {
  const { envelope, party } = ceremony;
  const confirmed = standing(ceremony, purpose);
  if (!confirmed || envelope.status !== 'signing' || party.signature) return undefined;
  const shown = shownRevision(envelope, party.turn);
  return confirmed.documentSha256 === shown.sha256 ? confirmed.until : undefined;
}

/** Whether this session entered a right code to sign in the last 30 minutes, before or after signing. */
export const isConfirmed = (ceremony: Ceremony): boolean =>
  standing(ceremony, 'sign') !== undefined;

/** Whether this session may read and save the party's input. */
export const mayFillIn = (ceremony: Ceremony): boolean =>
  confirmedUntil(ceremony, 'sign') !== undefined;

/**
 * The confirmation for acting on the shown document. Throws `confirmation_required` without a right code for
 * this purpose in the last 30 minutes, `document_changed` if the code or the page refers to another revision.
 */
export function requiredConfirmation(
  ceremony: Ceremony,
  purpose: Purpose,
  documentSha256?: string,
): Confirmed {
  const { signing, party } = onTurnInTime(ceremony.envelope, ceremony.party.id, ceremony.now);
  const confirmed = standing(ceremony, purpose);
  if (!confirmed) throw new Refusal('confirmation_required');
  const shown = shownRevision(signing, party.turn).sha256;
  if (confirmed.documentSha256 !== shown || (documentSha256 ?? shown) !== shown) {
    throw new Refusal('document_changed');
  }
  return confirmed;
}

function standing({ session, now }: Ceremony, wanted: Purpose): Confirmed | undefined {
  const { confirmed } = session;
  if (!confirmed || now.getTime() >= Date.parse(confirmed.until)) return undefined;
  return (confirmed.purpose ?? 'sign') === wanted ? confirmed : undefined;
}
