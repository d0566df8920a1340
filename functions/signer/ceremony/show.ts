import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import type { CeremonyRequest } from '../session/ceremony.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';

export const makeShow =
  (describe: DescribeCeremony) =>
  async (request: CeremonyRequest): Promise<CeremonyAnswer> =>
    describe(request.ceremony, request);
