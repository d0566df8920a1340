import type * as z from 'zod';
import type { CeremonyAnswer, DeclineInput } from '../../../shared/contract/signer.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { decline, hasDeclined } from '../../../shared/domain/transitions/signing.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { requiredConfirmation } from '../codes/confirmation.ts';
import { recordRightCode } from '../codes/record-right-code.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';

/** Declines with a reason for the sender; this ends the envelope for everyone. */
export const makeDecline =
  ({ ledger }: Pick<Ports, 'ledger'>, describe: DescribeCeremony) =>
  async (request: CeremonyRequest<z.output<typeof DeclineInput>>): Promise<CeremonyAnswer> => {
    const { ceremony } = request;
    const { envelope } = ceremony;
    const declined = hasDeclined(envelope, ceremony.party.id)
      ? envelope
      : await end(ledger, ceremony, request.body.reason);
    return describe({ ...ceremony, envelope: declined }, request);
  };

async function end(ledger: Ports['ledger'], ceremony: Ceremony, reason: string): Promise<Envelope> {
  const { link, party, now } = ceremony;
  const confirmed = requiredConfirmation(ceremony, 'decline');
  await recordRightCode(ledger, ceremony, confirmed);
  const { documentSha256, codeSentAt, at: confirmedAt } = confirmed;
  const confirmation = { channel: maskedChannel(party.channel), codeSentAt, confirmedAt };
  const declining = { party: party.id, round: link.round, documentSha256, confirmation, reason };
  return changeByLink(ledger, ceremony, (current) => decline(current, declining, now));
}
