import { isOwner } from '../../../shared/domain/envelope/is-owner.ts';
import { turnsOf } from '../../../shared/domain/envelope/party.ts';
import { isSameAddress } from '../../../shared/domain/text/mail-address.ts';
import type { Envelope, Party, Settings } from '../sender-api.ts';

type Me = Settings['me'];
type Sent = Pick<Envelope, 'status' | 'owner' | 'parties'>;

/** Parties of the current turn, or of the first one once the document is prepared. */
function onTurn({ status, parties }: Sent): Party[] {
  if (status !== 'preparing' && status !== 'signing') return [];
  return turnsOf(parties.filter(({ signedAt }) => !signedAt))[0] ?? [];
}

/** Whether the signature awaited is that of the user viewing their own request. The server decides again. */
export const isOwnTurn = (envelope: Sent, { email, emailVerified }: Me): boolean =>
  emailVerified &&
  isSameAddress(envelope.owner.email, email) &&
  onTurn(envelope).some((party) => isOwner(envelope, party));

/** The same for a draft: whether the sender will be in the first turn. */
export const signsFirst = ({ owner, parties }: Sent, me: Me): boolean =>
  isOwnTurn({ status: 'preparing', owner, parties }, me);
