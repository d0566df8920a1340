import { shownRevision } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Purpose } from '../../../shared/domain/secrets/code.ts';
import { onTurnInTime } from '../../../shared/domain/transitions/signing.ts';
import type { Session } from '../../../shared/ports/access.ts';
import type { Ceremony } from '../session/ceremony.ts';

export type Confirmed = NonNullable<Session['confirmed']>;

/** Until when a right code of this session, for this act and the document shown now, stands. */
export function confirmedUntil(ceremony: Ceremony, purpose: Purpose): string | undefined {
  const { envelope, party } = ceremony;
  const confirmed = standing(ceremony, purpose);
  if (!confirmed || envelope.status !== 'signing' || party.signature) return undefined;
  const shown = shownRevision(envelope, party.turn);
  return confirmed.documentSha256 === shown.sha256 ? confirmed.until : undefined;
}

/** Whether this session entered a right code to sign in the last 30 minutes, signed or not. */
export const isConfirmed = (ceremony: Ceremony): boolean =>
  standing(ceremony, 'sign') !== undefined;

/** Whether this session may see and keep what its party fills in. */
export const mayFillIn = (ceremony: Ceremony): boolean =>
  confirmedUntil(ceremony, 'sign') !== undefined;

/**
 * The confirmation by which a party may act on the document it saw. Refuses with
 * `confirmation_required` without a right code for just that in the last 30 minutes, and with
 * `document_changed` if the code was given for, or the page showed, another revision.
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
