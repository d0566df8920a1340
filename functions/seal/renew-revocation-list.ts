import type { SealResult } from '../../shared/contract/tasks.ts';
import { openAuthority, publishRevocationList, publishSealChain } from './authority.ts';
import { tellEndingCertificates } from './ending-certificates.ts';
import type { SealPorts } from './ports.ts';
import { copyAuthority } from './stored-authority.ts';
import { publishTimestampRoots } from './timestamp-roots.ts';

/** Daily: each list is good for a month, so an outage of the renewal has time to be mended. */
export const makeRenewRevocationList = (ports: SealPorts) => async (): Promise<SealResult> => {
  const authority = await openAuthority(ports);
  await copyAuthority(ports, authority);
  await publishRevocationList(ports, authority.root);
  await publishSealChain(ports, authority);
  await publishTimestampRoots(ports);
  await tellEndingCertificates(ports, authority);
  return { outcome: 'done' };
};
