import prices from './prices.json' with { type: 'json' };
import { countOf, memoryOf, type resourcesIn, scheduledCalls } from './template-facts.ts';

export interface Usage {
  readonly what: string;
  readonly by: string;
  readonly quantity: number;
}

type Resources = ReturnType<typeof resourcesIn>;

/** US dollars by service. */
export type Bill = Map<string, number>;

const UNITS: Readonly<Record<string, number>> = prices.units;
const { waitMsPerInvocation, parserGbSeconds, logBytesPerInvocation, scheduledGbSeconds } =
  prices.assumed;

/** Memory in MB from which a function gets a whole vCPU. */
const WHOLE_PROCESSOR = 1769;

/** Less memory means proportionally less CPU and so more time; waiting for other services takes the same. */
function gbSeconds(cpuMs: number, requests: number, memory: number): number {
  const ms = cpuMs * Math.max(1, WHOLE_PROCESSOR / memory) + requests * waitMsPerInvocation;
  return (ms / 1000) * (memory / 1024);
}

/** The measured usage plus what follows from it: GB-seconds, API and CDN requests, log bytes. */
export function billable(used: readonly Usage[], resources: Resources): Usage[] {
  const requests = used.filter(({ what }) => what === 'lambda.request');
  const derived = requests.flatMap(({ by, quantity }) => {
    const cpuMs = used.find((it) => it.what === 'lambda.cpu-ms' && it.by === by)?.quantity ?? 0;
    const parser = /Intake/.test(by) ? parserGbSeconds : 0;
    const seconds = gbSeconds(cpuMs, quantity, memoryOf(resources, by)) + parser;
    const door = /Sender|Signer/.test(by)
      ? ['api.request', 'cdn.request'].map((what) => ({ what, by, quantity }))
      : [];
    return [
      { what: 'lambda.gb-second', by, quantity: seconds },
      { what: 'logs.byte', by, quantity: quantity * logBytesPerInvocation },
      ...door,
    ];
  });
  return [...used, ...derived].filter(({ what }) => what in UNITS);
}

export function priced(used: readonly Usage[]): Bill {
  const bill: Bill = new Map();
  for (const { what, quantity } of used)
    bill.set(what, (bill.get(what) ?? 0) + quantity * UNITS[what]!);
  return bill;
}

/** Cost of a month without envelopes. */
export function idleMonth(resources: Resources): Bill {
  const never: Readonly<Record<string, number>> = prices.neverBilled;
  const standing = Object.entries(prices.months).map(([type, price]): [string, number] => [
    type,
    Math.max(0, countOf(resources, type) - (never[type] ?? 0)) * price,
  ]);
  const calls = scheduledCalls(resources);
  const each = UNITS['lambda.request']! + scheduledGbSeconds * UNITS['lambda.gb-second']!;
  return new Map([...standing, ['scheduled calls', calls * each]]);
}

export const total = (bill: Bill): number => [...bill.values()].reduce((sum, it) => sum + it, 0);
