import type { SealResult, SealTask } from '../../shared/contract/tasks.ts';
import { makeAppend } from './append.ts';
import { makeClose } from './close.ts';
import type { SealPorts } from './ports.ts';
import { makeRenewRevocationList } from './renew-revocation-list.ts';

/** Everything that signs with the company's keys. */
export const makeSeal = (ports: SealPorts) => {
  const append = makeAppend(ports);
  const close = makeClose(ports);
  const renew = makeRenewRevocationList(ports);
  return async (task: SealTask): Promise<SealResult> => {
    if (task.operation === 'append') return append(task);
    if (task.operation === 'close') return close(task);
    return renew();
  };
};
