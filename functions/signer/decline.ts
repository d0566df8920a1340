import type * as z from 'zod';
import type { CeremonyAnswer, DeclineInput } from '../../shared/contract/signer.ts';
import { decline } from '../../shared/domain/signing.ts';
import type { Ports } from '../../shared/ports.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';
import type { CeremonyRequest } from './signer-request.ts';

/** A party says no, with a reason for the sender; the envelope ends for everyone. */
export const makeDecline =
  ({ ledger }: Pick<Ports, 'ledger'>, describe: DescribeCeremony) =>
  async (request: CeremonyRequest<z.output<typeof DeclineInput>>): Promise<CeremonyAnswer> => {
    const { ceremony } = request;
    const { link, actor, now } = ceremony;
    const data = { party: link.party, reason: request.body.reason };
    const envelope = await ledger.change(link.envelopeId, (current) =>
      decline(current, data, actor, now),
    );
    return describe({ ...ceremony, envelope }, request);
  };
