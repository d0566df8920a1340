import { expect, test } from 'vitest';
import { localEnvironment } from '../../scripts/authority/local-environment.ts';
import { drill } from '../../scripts/operate/restore-drill.ts';
import { useTarget } from './theatre.ts';

const target = useTarget();

test('from the ledger alone list and records are rebuilt, who waits is invited again, and nothing purged comes back', async () => {
  Object.assign(process.env, await localEnvironment(target.api));
  expect(await drill(target.api, () => undefined)).toEqual([]);
});
