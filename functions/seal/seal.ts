import type { SealResult, SealTask } from '../../shared/contract/tasks.ts';
import type { SealPorts } from './ports.ts';

/**
 * Everything that signs with the company's keys. The code of each task is loaded for it: most append one
 * signature, and need nothing of what closes and verifies a document.
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
