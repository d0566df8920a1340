import { join } from 'node:path';
import { Bundles } from '../../infra/build/bundles.ts';
import { codeSize } from './code-size.ts';
import { importTimes } from './import-time.ts';

const RUNS = 5;

/** The deployed sealing function: size of all its code in KB, and import time of its entry. */
export function sealingBundle(): { kilobytes: number; importMs: number } {
  const bundles = new Bundles();
  try {
    const folder = bundles.folder('seal');
    const [time] = importTimes([join(folder, 'index.mjs')], RUNS);
    return { kilobytes: codeSize(folder), importMs: time!.ms };
  } finally {
    bundles.remove();
  }
}
