import { expect, test } from 'vitest';
import { writeUnits } from '../../infra/local/dynamodb/write-units.ts';

const INDEX = [['owner', 'updatedAt']];
const row = (updatedAt: string, more = {}) => ({
  id: { S: 'e1' },
  owner: { S: 'o1' },
  updatedAt: { S: updatedAt },
  ...more,
});

test('a write costs a unit for each KB that was begun, of what was or what is, whichever is larger', () => {
  const large = row('1', { text: { S: 'x'.repeat(1500) } });
  expect(writeUnits([], undefined, row('1'))).toBe(1);
  expect(writeUnits([], large, row('1'))).toBe(2);
});

test('an index costs a deletion and a write where its key changes, one write where only the rest does', () => {
  expect(writeUnits(INDEX, undefined, row('1'))).toBe(2);
  expect(writeUnits(INDEX, row('1'), row('2'))).toBe(3);
  expect(writeUnits(INDEX, row('1'), row('1', { text: { S: 'new' } }))).toBe(2);
});

test('an index that has nothing new, or that does not hold the item, costs nothing', () => {
  expect(writeUnits(INDEX, row('1'), row('1'))).toBe(1);
  expect(writeUnits([['dueAt']], row('1'), row('2'))).toBe(1);
});
