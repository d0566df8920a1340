import { setTimeout } from 'node:timers/promises';
import type { Pause } from '../ports.ts';

export const systemPause: Pause = async (ms) => setTimeout(ms);
