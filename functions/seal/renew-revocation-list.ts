import type { SealResult } from '../../shared/contract/tasks.ts';
import { openAuthority, publishRevocationList } from './authority.ts';
import type { SealPorts } from './ports.ts';
import { publishTimestampRoots } from './timestamp-roots.ts';

/** Daily: each list is good for a month, so an outage of the renewal has time to be mended. */
export const makeRenewRevocationList = (ports: SealPorts) => async (): Promise<SealResult> => {
  const { root } = await openAuthority(ports);
  await publishRevocationList(ports, root);
  await publishTimestampRoots(ports);
  return { outcome: 'done' };
};
