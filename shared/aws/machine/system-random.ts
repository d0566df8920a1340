import { randomBytes } from 'node:crypto';
import type { Random } from '../../ports/machine.ts';

export const systemRandom: Random = (bytes) => new Uint8Array(randomBytes(bytes));
