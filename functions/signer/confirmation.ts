import { shownRevision } from '../../shared/domain/envelope.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { onTurn } from '../../shared/domain/signing.ts';
import type { Session } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';

type Confirmed = NonNullable<Session['confirmed']>;

/** True while a right code of this session stands for the document that is shown now. */
export function isConfirmed({ envelope, party, session, now }: Ceremony): boolean {
  const { confirmed } = session;
  if (!confirmed || envelope.status !== 'signing' || party.signature) return false;
  const shown = shownRevision(envelope, party.turn);
  return now.getTime() < Date.parse(confirmed.until) && confirmed.documentSha256 === shown.sha256;
}

/**
 * The confirmation by which a party may sign the document it saw. Refuses with
 * `confirmation_required` without a right code in the last 30 minutes, and with `document_changed`
 * if the code was given for, or the page showed, another revision.
 */
export function requiredConfirmation(ceremony: Ceremony, documentSha256: string): Confirmed {
  const { signing, party } = onTurn(ceremony.envelope, ceremony.party.id);
  const { confirmed } = ceremony.session;
  if (!confirmed || ceremony.now.getTime() >= Date.parse(confirmed.until)) {
    throw new Refusal('confirmation_required');
  }
  const shown = shownRevision(signing, party.turn).sha256;
  if (confirmed.documentSha256 !== shown || documentSha256 !== shown) {
    throw new Refusal('document_changed');
  }
  return confirmed;
}
