import type { Expiring } from '../ports/lists.ts';
import type { Clock } from '../ports/machine.ts';

/** Whether a row has expired, even if DynamoDB has not deleted it yet. */
export const isExpired = ({ expiresAt }: Expiring, clock: Clock): boolean =>
  expiresAt !== undefined && expiresAt * 1000 <= clock.now().getTime();
