import { provide } from './provide.ts';

type Items = IterableIterator<unknown>;
type Of<T> = (item: unknown, index: number) => T;

/** ECMA-262 § 27.1.3: the prototype of the iterators of arrays, maps and generators. */
const prototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

function Iterator() {}
Iterator.prototype = prototype;
provide(globalThis, 'Iterator', Iterator);

function* map(this: Items, change: Of<unknown>): Generator<unknown> {
  let index = 0;
  for (const item of this) yield change(item, index++);
}

function* filter(this: Items, fits: Of<boolean>): Generator<unknown> {
  let index = 0;
  for (const item of this) if (fits(item, index++)) yield item;
}

function* flatMap(this: Items, change: Of<Iterable<unknown>>): Generator<unknown> {
  let index = 0;
  for (const item of this) yield* change(item, index++);
}

function* take(this: Items, count: number): Generator<unknown> {
  let left = count;
  if (left > 0)
    for (const item of this) {
      yield item;
      if (--left <= 0) return;
    }
}

function* drop(this: Items, count: number): Generator<unknown> {
  let left = count;
  for (const item of this) if (left-- <= 0) yield item;
}

function forEach(this: Items, act: Of<void>): void {
  let index = 0;
  for (const item of this) act(item, index++);
}

function find(this: Items, fits: Of<boolean>): unknown {
  let index = 0;
  for (const item of this) if (fits(item, index++)) return item;
  return undefined;
}

function some(this: Items, fits: Of<boolean>): boolean {
  let index = 0;
  for (const item of this) if (fits(item, index++)) return true;
  return false;
}

function every(this: Items, fits: Of<boolean>): boolean {
  let index = 0;
  for (const item of this) if (!fits(item, index++)) return false;
  return true;
}

function reduce(this: Items, ...how: Parameters<unknown[]['reduce']>): unknown {
  return [...this].reduce(...how);
}

function toArray(this: Items): unknown[] {
  return [...this];
}

const HELPERS = { map, filter, flatMap, take, drop, forEach, find, some, every, reduce, toArray };
for (const [name, helper] of Object.entries(HELPERS)) provide(prototype, name, helper);
