import type { SealResult, SealTask } from '../../shared/contract/tasks.ts';
import type { SealPorts } from './ports.ts';

/**
 * All tasks that sign with the company's keys. Code is imported per task, since most only append a signature.
 */
export const makeSeal =
  (ports: SealPorts) =>
  async (task: SealTask): Promise<SealResult> => {
    switch (task.operation) {
      case 'append':
        return (await import('./append.ts')).makeAppend(ports)(task);
      case 'close':
        return (await import('./close.ts')).makeClose(ports)(task);
      case 'renew-revocation-list':
        return (await import('./renew-revocation-list.ts')).makeRenewRevocationList(ports)();
    }
  };
