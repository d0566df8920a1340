import type * as z from 'zod';
import type { CeremonyAnswer, DeclineInput } from '../../shared/contract/signer.ts';
import { decline } from '../../shared/domain/signing.ts';
import type { Ports } from '../../shared/ports.ts';
import type { FindCeremony } from './ceremony.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';
import type { SignerRequest } from './signer-request.ts';

/** A party says no, with a reason for the sender; the envelope ends for everyone. */
export const makeDecline =
  ({ ledger }: Pick<Ports, 'ledger'>, find: FindCeremony, describe: DescribeCeremony) =>
  async (request: SignerRequest<z.output<typeof DeclineInput>>): Promise<CeremonyAnswer> => {
    const ceremony = await find(request);
    const { link, actor, now } = ceremony;
    const data = { party: link.party, reason: request.body.reason };
    const envelope = await ledger.change(link.envelopeId, (current) =>
      decline(current, data, actor, now),
    );
    return describe({ ...ceremony, envelope }, request);
  };
