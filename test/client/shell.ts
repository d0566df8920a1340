import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const SIGILLO = join(ROOT, 'client', 'sigillo.ts');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a program to its end, in an environment of nothing but PATH and what is given. */
export const ran = (
  program: string,
  given: readonly string[],
  environment: Environment,
): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: '/nowhere', ...environment };
    execFile(program, given, { cwd: ROOT, env }, (error, out, told) => {
      const code = error ? Number(error.code ?? -1) : 0;
      resolve({ code, out: out.trim(), error: told.trim() });
    });
  });

/** `sigillo` of this checkout. */
export const sigilloWith =
  (environment: Environment) =>
  (...given: readonly string[]): Promise<Ended> =>
    ran(process.execPath, [SIGILLO, ...given], environment);
