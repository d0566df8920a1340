import type { CeremonyAnswer } from '../../shared/contract/signer.ts';
import type { FindCeremony } from './ceremony.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';
import type { SignerRequest } from './signer-request.ts';

export const makeShow =
  (find: FindCeremony, describe: DescribeCeremony) =>
  async (request: SignerRequest): Promise<CeremonyAnswer> =>
    describe(await find(request), request);
