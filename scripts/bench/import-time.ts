import { execFileSync } from 'node:child_process';
import { ENVIRONMENT } from '../../shared/contract/environment.ts';

const IMPORT = `
const [began, used] = [performance.now(), process.cpuUsage()];
await import(process.argv[1]);
const { user, system } = process.cpuUsage(used);
console.log(JSON.stringify({ ms: performance.now() - began, cpuMs: (user + system) / 1_000 }));`;

/** Sample values, at least one valid for each kind of variable; tried in this order. */
const VALUES = ['placeholder', 'https://placeholder.example', '1', '{}', '#123456'];
const CHOICES = ['shown', 'masked', 'it', 'IT', 'any'];

type Kind = (typeof ENVIRONMENT)[keyof typeof ENVIRONMENT];

/** Variables that are JSON throw at a value that is not. */
function isValid(kind: Kind, value: string): boolean {
  try {
    return kind.safeParse(value).success;
  } catch {
    return false;
  }
}

/** A valid value for every variable that a function may require. */
const environment = Object.fromEntries(
  Object.entries(ENVIRONMENT).map(([name, kind]) => [
    name,
    [...CHOICES, ...VALUES].find((value) => isValid(kind, value)) ?? '',
  ]),
);

export interface ImportTime {
  readonly ms: number;
  /** CPU time, because other load on the machine hardly affects it. */
  readonly cpuMs: number;
}

const imported = (module: string): ImportTime =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', IMPORT, module], {
      encoding: 'utf8',
      env: { ...environment, AWS_REGION: 'eu-south-1' },
    }),
  );

/**
 * The shortest of several imports of each module, interleaved so that a busy machine slows all
 * equally.
 */
export function importTimes(modules: readonly string[], rounds: number): ImportTime[] {
  const runs = Array.from({ length: rounds }, () => modules.map(imported));
  const least = (index: number, of: keyof ImportTime) =>
    Math.min(...runs.map((run) => run[index]![of]));
  return modules.map((_, index) => ({ ms: least(index, 'ms'), cpuMs: least(index, 'cpuMs') }));
}
