import { codeRight } from '../../../shared/domain/transitions/signing.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { Confirmed } from './confirmation.ts';

/**
 * Records a right code in the ledger after storage marked it used. A crash may occur between the two writes,
 * so confirm and the acts that need the code call this first.
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
