import type { Expiring } from '../ports/lists.ts';
import type { Clock } from '../ports/machine.ts';

/** Whether a row is past its time, whether or not it has been deleted. */
export const isExpired = ({ expiresAt }: Expiring, clock: Clock): boolean =>
  expiresAt !== undefined && expiresAt * 1000 <= clock.now().getTime();
