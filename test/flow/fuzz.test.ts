import { expect, it } from 'vitest';
import { OPERATIONS } from '../../scripts/fuzz/description.ts';
import { fuzz } from '../../scripts/fuzz/run.ts';
import { useTarget } from './theatre.ts';

const target = useTarget();

it('every route answers as its description says, whatever is asked and by whom', async () => {
  const asked = new Set<string>();
  const succeeded = new Set<string>();
  await fuzz(target.api, {
    runs: 2_000,
    seed: 20261129,
    onAnswer: ({ operation: { operationId } }, { status }) => {
      asked.add(operationId);
      if (status < 400) succeeded.add(operationId);
    },
  });
  expect(asked.size).toBe(OPERATIONS.length);
  // Of webhooks and batches the scene has none.
  expect(succeeded.size).toBeGreaterThan(OPERATIONS.length * 0.4);
});
