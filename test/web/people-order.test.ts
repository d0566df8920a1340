import { describe, expect, test } from 'vitest';
import {
  inOrder,
  moved,
  removedFrom,
  turnsFrom,
  withoutPerson,
  withPerson,
  withRemoved,
} from '../../web/console/draft/people-order.ts';
import type { Person } from '../../web/console/draft/person.ts';

/**
 * `D` and `E` are the company's parties, small letters the others; `+` joins a party with the next in one turn.
 */
const people = (written: string): Person[] =>
  [...written.matchAll(/(\+?)(\w)/g)].map(([, joined, id = '']) => ({
    id,
    role: 'DEF'.includes(id) ? 'director' : 'client',
    name: id,
    kind: 'email',
    address: `${id}@a.example`,
    country: 'IT',
    number: '',
    language: 'it',
    together: joined === '+',
    stamps: false,
  }));

const written = (all: readonly Person[]) =>
  all.map(({ id, together }) => (together ? `+${id}` : id)).join('');

describe('whoever is moved', () => {
  test.each([
    ['Da', 'a', -1, 'aD'],
    ['D+a', 'a', -1, 'a+D'],
    ['Da+b', 'b', -1, 'Db+a'],
    ['Db+a', 'b', -1, 'bD+a'],
    ['aDb', 'a', 1, 'Dab'],
    ['aD', 'a', -1, 'aD'],
  ] as const)('changes places in turns that stay: %s, %s by %d', (before, id, by, after) => {
    expect(written(moved(people(before), id, by, 'any'))).toBe(after);
  });

  test('stays on the own side where the company signs first', () => {
    expect(written(moved(people('DEa'), 'a', -1, 'directorFirst'))).toBe('DEa');
    expect(written(moved(people('DEa'), 'E', -1, 'directorFirst'))).toBe('EDa');
  });
});

describe('whoever is added', () => {
  test.each([
    ['D', 'a', 'Da'],
    ['Da', 'E', 'DEa'],
    ['a', 'D', 'Da'],
    ['aD', 'E', 'aDE'],
    ['D+a', 'E', 'D+aE'],
    ['D', 'E', 'DE'],
  ])('stands where the company comes first, while it does: %s and %s', (before, id, after) => {
    expect(written(withPerson(people(before), people(id)[0]!))).toBe(after);
  });
});

describe('whoever is removed', () => {
  test.each([
    ['Da+b', 'a', 'Db'],
    ['Da+b', 'b', 'Da'],
    ['a+b+c', 'b', 'a+c'],
    ['a+b', 'a', 'b'],
  ])('joins nobody else to those before, and comes back where they were: %s', (all, id, left) => {
    const before = people(all);
    const gone = removedFrom(before, before.find((one) => one.id === id)!);
    const after = withoutPerson(before, gone);
    expect(written(after)).toBe(left);
    expect(written(withRemoved(after, gone))).toBe(all);
  });
});

test('those who sign together have the same turn, across the sides only where that is allowed', () => {
  const turns = (all: string, order: 'any' | 'directorFirst') =>
    turnsFrom(inOrder(people(all), order), order);
  expect(turns('D+ab+c', 'any')).toEqual([0, 0, 1, 1]);
  expect(turns('D+ab+c', 'directorFirst')).toEqual([0, 1, 2, 2]);
});
