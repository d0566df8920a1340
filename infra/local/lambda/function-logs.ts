import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WriteLog } from './sandbox.ts';

/** Writes one log file per function in `folder`; with `verbose` also to the terminal. */
export function functionLogs(folder: string, verbose: boolean): WriteLog {
  mkdirSync(folder, { recursive: true });
  return (name, text) => {
    appendFileSync(join(folder, `${name}.log`), text);
    if (verbose) process.stdout.write(text.replace(/^(?=.)/gm, `[${name}] `));
  };
}
