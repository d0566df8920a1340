import type { CeremonyAnswer } from '../../shared/contract/signer.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';
import type { CeremonyRequest } from './signer-request.ts';

export const makeShow =
  (describe: DescribeCeremony) =>
  async (request: CeremonyRequest): Promise<CeremonyAnswer> =>
    describe(request.ceremony, request);
