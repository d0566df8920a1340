import { isOwner } from '../../../shared/domain/envelope/is-owner.ts';
import { turnsOf } from '../../../shared/domain/envelope/party.ts';
import { isSameAddress } from '../../../shared/domain/text/mail-address.ts';
import type { Envelope, Party, Settings } from '../sender-api.ts';

type Me = Settings['me'];
type Sent = Pick<Envelope, 'status' | 'owner' | 'parties'>;

/** Who is waited for now, or will be once the document is prepared. */
function onTurn({ status, parties }: Sent): Party[] {
  if (status !== 'preparing' && status !== 'signing') return [];
  return turnsOf(parties.filter(({ signedAt }) => !signedAt))[0] ?? [];
}

/** Whether she who looks at her own request is the one whose signature it waits for. The server decides anew. */
export const isOwnTurn = (envelope: Sent, { email, emailVerified }: Me): boolean =>
  emailVerified &&
  isSameAddress(envelope.owner.email, email) &&
  onTurn(envelope).some((party) => isOwner(envelope, party));

/** The same of a draft: she signs first, if she sends it. */
export const signsFirst = ({ owner, parties }: Sent, me: Me): boolean =>
  isOwnTurn({ status: 'preparing', owner, parties }, me);
