import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, expect, test } from 'vitest';
import { contractsWhenNeeded } from '../../infra/build/plugins/contracts-when-needed.ts';

const home = mkdtempSync(join(tmpdir(), 'sigillo-contracts-'));
const contracts = join(home, 'shared/contract');
const zod = new URL('../../node_modules/zod/index.js', import.meta.url).pathname;

afterAll(() => rmSync(home, { recursive: true }));

/** Exports and code of a bundled function that uses this contract. */
async function bundled(contract: string, use: string) {
  mkdirSync(contracts, { recursive: true });
  writeFileSync(join(contracts, 'contract.ts'), contract);
  writeFileSync(join(home, 'entry.ts'), use);
  const build = await rolldown({
    input: join(home, 'entry.ts'),
    platform: 'node',
    plugins: [contractsWhenNeeded],
    resolve: { alias: { zod } },
  });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  const { code } = output[0];
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return { code, module };
}

const CONTRACT = `
import * as z from 'zod';
export const made: string[] = [];
const noted = (name: string) => { made.push(name); return z.string(); };
export const Person = z.strictObject({ name: noted('Person'), age: z.number().optional() });
export const Employee = Person.extend({ id: noted('Employee') });
export const Unused = z.object({ left: noted('out of the bundle') });`;

test('a schema is made when something is first parsed by it, once, and no other with it', async () => {
  const { module } = await bundled(
    CONTRACT,
    "export { Employee, Person, made } from './shared/contract/contract.ts';",
  );
  expect(module.made).toEqual([]);
  expect(module.Person.parse({ name: 'Laura' })).toEqual({ name: 'Laura' });
  expect(module.Person.safeParse({ name: 'Laura', id: '7' }).success).toBe(false);
  expect(module.made).toEqual(['Person']);
});

test('a schema made of another takes what both say', async () => {
  const { module } = await bundled(
    CONTRACT,
    "export { Employee, made } from './shared/contract/contract.ts';",
  );
  expect(module.Employee.parse({ id: '7', name: 'Laura' })).toEqual({ id: '7', name: 'Laura' });
  expect(module.Employee.safeParse({ id: '7' }).success).toBe(false);
  expect(module.made.toSorted()).toEqual(['Employee', 'Person']);
});

test('a schema that nothing is parsed by is left out', async () => {
  const { code } = await bundled(
    CONTRACT,
    "export { Person } from './shared/contract/contract.ts';",
  );
  expect(code.includes('out of the bundle')).toBe(false);
});
