import { describe, expect, it } from 'vitest';
import { assertOrder } from '../../shared/domain/envelope/signing-order.ts';
import { inTurns } from '../fixtures/in-turns.ts';

const KEEPING = ['d', 'dd', 'd c', 'd d cc', 'dd cc', 'd dc', 'd dc c'];
const BREAKING = ['c', 'c d', 'dc', 'd c d', 'c c', 'cc d', 'd c dc'];
const refused = expect.objectContaining({ code: 'director_first' });

describe('where the company signs first', () => {
  it.each(KEEPING)('an order is taken that has no director after a client: %s', (order) => {
    expect(() => assertOrder(inTurns(order), 'directorFirst')).not.toThrow();
  });

  it.each(BREAKING)('any other is refused: %s', (order) => {
    expect(() => assertOrder(inTurns(order), 'directorFirst')).toThrow(refused);
  });

  it('nobody is in no wrong order', () => {
    expect(() => assertOrder([], 'directorFirst')).not.toThrow();
  });

  it('it counts in which turn a party is, not where it stands in the list', () => {
    const parties = inTurns('d c').reverse();
    expect(() => assertOrder(parties, 'directorFirst')).not.toThrow();
  });
});

it.each([...KEEPING, ...BREAKING])('where any order may be chosen, all are taken: %s', (order) => {
  expect(() => assertOrder(inTurns(order), 'any')).not.toThrow();
});
