import type * as z from 'zod';
import type { CeremonyAnswer, CopyInput } from '../../../shared/contract/signer.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { onTurnInTime } from '../../../shared/domain/transitions/signing.ts';
import { type Count, counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { DescribeCeremony } from '../ceremony/describe-ceremony.ts';
import { mayFillIn } from '../codes/confirmation.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { asksForCopy } from './asked-copy.ts';
import { type Copy, draftOwner, loadCopy, saveCopy } from './stored-input.ts';

type Deps = Pick<Ports, 'documents' | 'counters' | 'clock'>;

/**
 * Stores where a party reached by text message also wants its copy. Requires a code to sign and is
 * rate-limited, because the company will write to an unconfirmed address.
 */
export const makeCopy =
  (ports: Deps, describe: DescribeCeremony) =>
  async (request: CeremonyRequest<z.output<typeof CopyInput>>): Promise<CeremonyAnswer> => {
    const { ceremony, body } = request;
    assertAsked(ceremony);
    const kept = await loadCopy(ports.documents, draftOwner(ceremony));
    if (!kept || kept.address !== body.address)
      await counted(ports, countsOf(ceremony, body), () =>
        saveCopy(ports.documents, draftOwner(ceremony), body),
      );
    return describe(ceremony, request);
  };

function assertAsked(ceremony: Ceremony): void {
  const { envelope, link, party, now } = ceremony;
  onTurnInTime(envelope, link.party, now);
  if (!mayFillIn(ceremony)) throw new Refusal('confirmation_required');
  if (!asksForCopy(party)) throw new Refusal('copy_not_needed');
}

/** Counted by the address's hash, so that counter names contain no contact. */
function countsOf({ link: { envelopeId, party } }: Ceremony, { address }: Copy): Count[] {
  const of = `${envelopeId}#${party}`;
  const { copy, copyTo } = LIMITS;
  return [
    { act: 'copy', of, per: 'hour', most: copy.perHour },
    { act: 'copy', of, per: 'day', most: copy.perDay },
    ...(address ? [{ ...COPY_TO, of: sha256(mailboxOf(address)), most: copyTo.perDay }] : []),
  ];
}

/** Most services ignore `+detail` (RFC 5233) and case. */
const mailboxOf = (address: string): string => address.toLowerCase().replace(/(?<=.)\+.*(?=@)/, '');

const COPY_TO = { act: 'copy', per: 'day' } as const;
