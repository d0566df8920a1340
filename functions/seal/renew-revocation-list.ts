import type { SealResult } from '../../shared/contract/tasks.ts';
import { openAuthority, publishRevocationList, publishSealChain } from './authority.ts';
import { reportExpiringCertificates } from './ending-certificates.ts';
import type { SealPorts } from './ports.ts';
import { copyAuthority } from './stored-authority.ts';
import { publishTimestampRoots } from './timestamp-roots.ts';

/** Runs daily; a list is valid for 30 days, which leaves time to repair the renewal. */
export const makeRenewRevocationList = (ports: SealPorts) => async (): Promise<SealResult> => {
  const authority = await openAuthority(ports);
  await copyAuthority(ports, authority);
  await publishRevocationList(ports, authority.root);
  await publishSealChain(ports, authority);
  await publishTimestampRoots(ports);
  await reportExpiringCertificates(ports, authority);
  return { outcome: 'done' };
};
