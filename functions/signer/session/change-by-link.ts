import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import type { Decide } from '../../../shared/ports/ledger.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony } from './ceremony.ts';
import { linkParty } from './link-party.ts';

/**
 * As `ledger.change`, but checks the link again: if the sender revoked it during the request, the act must
 * not count for the party's new contact.
 */
export const changeByLink = (
  ledger: Pick<Ports['ledger'], 'change'>,
  { link, ...by }: Pick<Ceremony, 'link' | 'actor' | 'now'>,
  decide: Decide,
): Promise<Envelope> =>
  ledger.change(link.envelopeId, by, (current) => {
    linkParty(current, link, by.now);
    return decide(current);
  });
