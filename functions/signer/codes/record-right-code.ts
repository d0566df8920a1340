import { codeRight } from '../../../shared/domain/transitions/signing.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { Confirmed } from './confirmation.ts';

/**
 * Has the ledger know of a right code that storage knows as used. Between the two writes everything may
 * stop, so whatever comes next, the same code again or the act itself, records it first.
 */
export async function recordRightCode(
  ledger: Ports['ledger'],
  ceremony: Ceremony,
  { documentSha256, codeSentAt, purpose = 'sign' }: Confirmed,
): Promise<void> {
  const { link, now } = ceremony;
  const data = { party: link.party, documentSha256, purpose, codeSentAt };
  await changeByLink(ledger, ceremony, (current) => codeRight(current, data, now));
}
