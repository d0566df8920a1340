import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** All resources of the synthesised stacks, keyed by their names on the local target. */
export function resourcesIn(cdkOut: string): Map<string, Resource> {
  const files = readdirSync(cdkOut).filter((name) => name.endsWith('.template.json'));
  return new Map(
    files.flatMap((file) => {
      const { Resources = {} } = JSON.parse(readFileSync(join(cdkOut, file), 'utf8')) as {
        Resources?: Record<string, Resource>;
      };
      const stack = file.replace('.template.json', '');
      return Object.entries(Resources).map(([id, it]): [string, Resource] => [
        `${stack}-${id}`,
        it,
      ]);
    }),
  );
}

/** Memory in MB by function. */
export const memoryOf = (resources: ReadonlyMap<string, Resource>, name: string): number =>
  Number(resources.get(name)?.Properties?.MemorySize ?? 1024);

const HOURS = { minute: 1 / 60, hour: 1, day: 24 } as const;
const MONTH_HOURS = 730;

/** Calls per month by the schedules. */
export function scheduledCalls(resources: ReadonlyMap<string, Resource>): number {
  const rates = [...resources.values()].map(({ Properties }) =>
    /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(Properties?.ScheduleExpression ?? '')),
  );
  return rates.reduce((sum, rate) => {
    if (!rate) return sum;
    const [, count = '1', unit = 'day'] = rate;
    return sum + MONTH_HOURS / (Number(count) * HOURS[unit as keyof typeof HOURS]);
  }, 0);
}

export const countOf = (resources: ReadonlyMap<string, Resource>, type: string): number =>
  [...resources.values()]
    .filter(({ Type }) => Type === type)
    .reduce((sum, it) => sum + pieces(it), 0);

/** An alarm is billed for each metric it watches. */
const pieces = ({ Properties }: Resource): number =>
  Array.isArray(Properties?.Metrics)
    ? Properties.Metrics.filter((each) => 'MetricStat' in each).length
    : 1;
