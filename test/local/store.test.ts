import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from '../../infra/local/state/store.ts';
import { Clock } from '../../infra/local/time/clock.ts';

let folder: string;
let store: Store;

function reopen() {
  store.close();
  store = new Store(join(folder, 'aws.db'));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigillo-store-'));
  store = new Store(join(folder, 'aws.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

test('entries are listed in the order in which they were first put', () => {
  store.put('mail', 'b', 1);
  store.put('mail', 'a', 2);
  store.put('sms', 'c', 3);
  store.put('mail', 'b', 4);
  reopen();
  expect(store.list('mail')).toEqual([4, 2]);
  store.delete('mail', 'b');
  expect([store.get('mail', 'b'), store.get('mail', 'a')]).toEqual([undefined, 2]);
});

test('a transaction that throws leaves nothing behind, nested work included', () => {
  const failing = () =>
    store.transaction(() => {
      store.put('kind', 'outer', 1);
      store.transaction(() => store.put('kind', 'inner', 2));
      throw new Error('broken');
    });
  expect(failing).toThrow('broken');
  expect(store.list('kind')).toEqual([]);
  store.transaction(() => store.put('kind', 'later', 3));
  expect(store.list('kind')).toEqual([3]);
});

test('queued work is handed out once, oldest first, when it is due', () => {
  store.enqueue('q', 'late', { due: 100 });
  store.enqueue('q', 'first');
  store.enqueue('other', 'elsewhere');
  store.enqueue('q', 'second');
  expect(store.take('q', 50).map(({ body }) => body)).toEqual(['first', 'second']);
  expect(store.take('q', 50)).toEqual([]);
  expect(store.take('q', 100).map(({ body }) => body)).toEqual(['late']);
});

test('work that failed comes back when it is due again, and counts its attempts', () => {
  const seq = store.enqueue('q', 'work');
  store.take('q', 0);
  store.retry(seq, 10);
  expect(store.take('q', 9)).toEqual([]);
  expect(store.take('q', 10)).toMatchObject([{ seq, body: 'work', attempts: 1 }]);
});

test('work that was taken but not done is handed out again after a restart', () => {
  const done = store.enqueue('q', 'done');
  store.enqueue('q', 'interrupted');
  store.take('q', 0);
  store.done(done);
  reopen();
  expect(store.take('q', 0).map(({ body }) => body)).toEqual(['interrupted']);
});

test('the clock runs ahead by what it was advanced, over restarts, and never back', () => {
  const clock = new Clock(store);
  clock.advance(86_400_000);
  reopen();
  const later = new Clock(store);
  later.advance(1000);
  expect(later.offset).toBe(86_401_000);
  expect(later.now() - Date.now()).toBeGreaterThan(86_400_000);
  expect(() => later.advance(-1)).toThrow(RangeError);
});
