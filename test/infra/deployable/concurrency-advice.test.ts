import { expect, test } from 'vitest';
import { concurrencyAdvice } from '../../../infra/deployable/concurrency-advice.ts';

test('a new account, which may reserve nothing, is told so only where something is to be reserved', () => {
  const fresh = { total: 10, unreserved: 10 };
  expect(concurrencyAdvice(fresh, {})).toMatchObject({
    mayDeploy: true,
    text: expect.stringMatching(/10 functions at once.*no door has a share.*ask for 1000/is),
  });
  expect(concurrencyAdvice(fresh, { sender: 5 })).toMatchObject({
    mayDeploy: false,
    text: expect.stringMatching(/reserves 5, and 0 can be reserved/),
  });
});

test('a hundred stay unreserved, as AWS demands', () => {
  const account = { total: 1_000, unreserved: 400 };
  const doors = { sender: 100, signer: 150, verifier: 50 };
  expect(concurrencyAdvice(account, doors).mayDeploy).toBe(true);
  expect(concurrencyAdvice(account, { ...doors, verifier: 51 }).mayDeploy).toBe(false);
});

test('where each door has its share there is no more to say', () => {
  const { text } = concurrencyAdvice({ total: 1_000, unreserved: 1_000 }, { sender: 100 });
  expect(text).not.toMatch(/strangers/);
});
