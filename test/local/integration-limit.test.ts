import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withinLimit } from '../../infra/local/http/integration-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a call that waits for a sandbox for minutes is answered all the same', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let begin = () => {};
  const answer = withinLimit((begins) => {
    begin = begins;
    return promise;
  });
  await vi.advanceTimersByTimeAsync(300_000);
  begin();
  await vi.advanceTimersByTimeAsync(29_000);
  resolve('answered');
  expect(await answer).toBe('answered');
  expect(vi.getTimerCount()).toBe(0);
});

it('a function that works for more than thirty seconds is given up', async () => {
  const answer = withinLimit((begins) => {
    begins();
    return new Promise(() => {});
  });
  const refused = expect(answer).rejects.toMatchObject({ name: 'IntegrationTimeout' });
  await vi.advanceTimersByTimeAsync(30_000);
  await refused;
});
