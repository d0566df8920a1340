import type { JsonObject } from '../json.ts';

/** One write unit covers up to 1 KB of an item. */
const UNIT_BYTES = 1024;

/** Approximates DynamoDB's item size: names and values in UTF-8, without JSON syntax. */
function sizeOf(item: JsonObject): number {
  const valueBytes = (value: unknown): number =>
    Buffer.byteLength(JSON.stringify(value)) - '{"S":""}'.length;
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Math.max(1, valueBytes(value)),
    0,
  );
}

const unitsOf = (...items: readonly (JsonObject | undefined)[]): number =>
  Math.max(1, ...items.map((item) => (item ? Math.ceil(sizeOf(item) / UNIT_BYTES) : 0)));

const keyIn = (names: readonly string[], item: JsonObject | undefined): string | undefined =>
  item && names.every((name) => name in item)
    ? JSON.stringify(names.map((name) => item[name]))
    : undefined;

/** Units of one index: a changed index key costs a delete and a put; an unchanged item costs nothing. */
function indexUnits(names: readonly string[], old?: JsonObject, next?: JsonObject): number {
  const [before, after] = [keyIn(names, old), keyIn(names, next)];
  if (before === undefined && after === undefined) return 0;
  if (before === after)
    return JSON.stringify(old) === JSON.stringify(next) ? 0 : unitsOf(old, next);
  return (before === undefined ? 0 : unitsOf(old)) + (after === undefined ? 0 : unitsOf(next));
}

/** Write units of one item's change: in the table, and in each index that contains it. */
export const writeUnits = (
  indexes: readonly (readonly string[])[],
  old: JsonObject | undefined,
  next: JsonObject | undefined,
): number =>
  unitsOf(old, next) + indexes.reduce((sum, names) => sum + indexUnits(names, old, next), 0);
