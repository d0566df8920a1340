import { provide } from './provide.ts';

type Dictionary = Pick<Map<unknown, unknown>, 'has' | 'get' | 'set'>;

function getOrInsert(this: Dictionary, key: unknown, value: unknown): unknown {
  if (!this.has(key)) this.set(key, value);
  return this.get(key);
}

function getOrInsertComputed(
  this: Dictionary,
  key: unknown,
  compute: (key: unknown) => unknown,
): unknown {
  if (!this.has(key)) this.set(key, compute(key));
  return this.get(key);
}

for (const { prototype } of [Map, WeakMap]) {
  provide(prototype, 'getOrInsert', getOrInsert);
  provide(prototype, 'getOrInsertComputed', getOrInsertComputed);
}

type SetLike = Pick<ReadonlySet<unknown>, 'has'>;

function intersection(this: Set<unknown>, other: SetLike): Set<unknown> {
  return new Set([...this].filter((value) => other.has(value)));
}

provide(Set.prototype, 'intersection', intersection);

/** Neumaier summation. Unlike the standard's sum not exact to the last bit; pdf.js only adds lengths and widths. */
function sumPrecise(numbers: Iterable<number>): number {
  let sum = -0;
  let lost = 0;
  for (const number of numbers) {
    const next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }
  return Number.isFinite(lost) ? sum + lost : sum;
}

provide(Math, 'sumPrecise', sumPrecise);
