import type * as z from 'zod';
import type { CeremonyAnswer, ShownInput } from '../../../shared/contract/signer.ts';
import { shown } from '../../../shared/domain/transitions/signing.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';

/** Records that the page rendered the document or the party opened the PDF. */
export const makeShown =
  ({ ledger }: Pick<Ports, 'ledger'>, describe: DescribeCeremony) =>
  async (request: CeremonyRequest<z.output<typeof ShownInput>>): Promise<CeremonyAnswer> => {
    const { ceremony } = request;
    const { link, now } = ceremony;
    const data = { party: link.party, ...request.body };
    const envelope = await changeByLink(ledger, ceremony, (current) => shown(current, data, now));
    const party = envelope.parties.find(({ id }) => id === link.party)!;
    return describe({ ...ceremony, envelope, party }, request);
  };
