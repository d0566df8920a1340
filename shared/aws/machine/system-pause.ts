import { setTimeout } from 'node:timers/promises';
import type { Pause } from '../../ports/machine.ts';

export const systemPause: Pause = async (ms) => setTimeout(ms);
