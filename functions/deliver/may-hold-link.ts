import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import type { PartyId } from '../../shared/domain/envelope/party.ts';
import { Conflict } from '../../shared/domain/errors.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { linkOccasions } from '../../shared/domain/ledger/occasions.ts';
import { CLAIM_SECONDS, type ClaimState } from '../../shared/ports/messages.ts';
import type { Ports } from '../../shared/ports/ports.ts';

/**
 * Whether a party of an ended envelope may have received a link, even if the ledger has no invitation: a
 * message is claimed before it is sent and recorded afterwards, and a claim made after the end sends nothing.
 * Throws `Conflict` while one is being sent; retry.
 */
export async function mayHoldLink(
  { claims, clock }: Pick<Ports, 'claims' | 'clock'>,
  { id: envelopeId, schedule }: Pick<Envelope, 'id' | 'schedule'>,
  entries: readonly Entry[],
  to: PartyId,
): Promise<boolean> {
  const now = clock.now().getTime();
  for (const occasion of linkOccasions(to, entries, schedule)) {
    const claim = await claims.find({ envelopeId, to, occasion });
    if (claim && mayHaveGone(claim, now)) return true;
  }
  return false;
}

function mayHaveGone({ state, at }: ClaimState, now: number): boolean {
  if (state === 'undeliverable') return false;
  if (state === 'claimed' && now - at <= CLAIM_SECONDS * 1000)
    throw new Conflict('an invitation is being sent');
  return true;
}
