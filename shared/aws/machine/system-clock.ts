import type { Clock } from '../../ports/machine.ts';

export const systemClock: Clock = { now: () => new Date() };
