import { beforeEach, expect, it } from 'vitest';
import { summaryOf } from '../../../shared/domain/envelope/summary.ts';
import { draft } from '../../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { EMPLOYEE, senderDesk } from '../../fixtures/sender-desk.ts';

let ports: MemoryPorts;
let sample: ReturnType<typeof summaryOf>;

beforeEach(async () => {
  ports = memoryPorts();
  sample = summaryOf(await ports.ledger.load(await draft(ports)));
});

async function put(id: string, waitingFor: readonly string[], more: object = {}): Promise<void> {
  const ownedBy = { subject: EMPLOYEE.subject, email: EMPLOYEE.email, name: EMPLOYEE.name };
  const row = { ...sample, id, ownedBy, owner: EMPLOYEE.subject, seq: 0, words: ['contract'] };
  await ports.envelopes.put({ ...row, status: 'signing', waitingFor: [...waitingFor], ...more });
}

async function listed(query: object, caller = {}): Promise<string[]> {
  const request = { query: { limit: 25, ...query }, caller: { ...EMPLOYEE, ...caller } };
  const { items } = await senderDesk(ports).list(request as never);
  return items.map(({ id }) => id);
}

it('a sender who signs finds what waits for her', async () => {
  await put('mine', [EMPLOYEE.name]);
  await put('of-others', ['Marco Verdi']);
  await put('done', [], { status: 'completed' });
  expect(await listed({ waitsFor: 'owner' })).toEqual(['mine']);
  expect(await listed({ waitsFor: 'owner', search: 'contr' })).toEqual(['mine']);
});

it('for an administrator: everyone’s, or one owner’s', async () => {
  await put('mine', [EMPLOYEE.name]);
  const ownedBy = { subject: 'u2', email: 'c@b.it', name: 'Carla' };
  await put('colleague', ['Carla'], { owner: 'u2', ownedBy });
  const isAdministrator = true;
  const everyone = await listed({ waitsFor: 'owner', status: 'completed' }, { isAdministrator });
  expect(everyone.sort()).toEqual(['colleague', 'mine']);
  expect(await listed({ waitsFor: 'owner', owner: 'u2' }, { isAdministrator })).toEqual([
    'colleague',
  ]);
});
