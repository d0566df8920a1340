import { execFile } from 'node:child_process';

export type Limited =
  | { readonly ended: 'well'; readonly json: string }
  | { readonly ended: 'hang' | 'crash'; readonly why: string };

export interface Limits {
  readonly seconds: number;
  /** V8 heap limit, MiB. */
  readonly heapMib: number;
}

/** Runs a script in a process that is killed after a time limit. Its last line of output is JSON. */
export function runLimited(
  script: URL,
  args: readonly string[],
  { seconds, heapMib }: Limits,
): Promise<Limited> {
  const flags = [`--max-old-space-size=${heapMib}`, '--disable-warning=ExperimentalWarning'];
  const options = {
    timeout: seconds * 1_000,
    killSignal: 'SIGKILL',
    maxBuffer: 64 << 20,
  } as const;
  return new Promise((resolve) => {
    function done(error: (Error & { killed?: boolean }) | null, output: string, errors: string) {
      if (!error) return resolve({ ended: 'well', json: output.trim().split('\n').at(-1) ?? '' });
      if (error.killed) return resolve({ ended: 'hang', why: `killed after ${seconds} s` });
      return resolve({ ended: 'crash', why: lastError(errors) });
    }
    execFile(process.execPath, [...flags, script.pathname, ...args], options, done);
  });
}

const lastError = (errors: string): string =>
  errors.split('\n').find((line) => /error/i.test(line)) ?? errors.slice(-200);
