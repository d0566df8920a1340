import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import type { Decide } from '../../../shared/ports/ledger.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony } from './ceremony.ts';
import { linkParty } from './link-party.ts';

/**
 * As `ledger.change`, while the link holds: the sender may revoke it after the request was let in, and
 * what its bearer does then must not count for whoever holds the next one.
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
