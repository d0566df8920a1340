import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { Employee } from '../../scripts/demo/employee.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { setStage } from '../../scripts/demo/stage.ts';
import { API_EXAMPLES, type Needed } from '../../scripts/docs/api-examples.ts';
import { MACHINE_ROUTES, type MachineOperation } from '../../shared/contract/api/machine-routes.ts';
import { SENDER_OPERATIONS } from '../../shared/contract/api/operations.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import { SCOPES } from '../../shared/domain/token/scope.ts';
import { silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();
const PDF = readFileSync(new URL('../fixtures/contratto.pdf', import.meta.url));
const PARTIES = (API_EXAMPLES.create.body as { parties: Party[] }).parties;

let secret: string;
let machine: Employee;

beforeAll(async () => {
  const { employee } = await stageOn(target);
  const { employee: administrator } = await setStage(target.api, [], silent, 'admin');
  const { subject, email, name } = await employee.me();
  const owners = [{ subject, email, name }];
  ({ secret } = await administrator.makeToken({ name: 'ERP', scopes: [...SCOPES], owners }));
  machine = new Employee(target.api, secret, '/api/v1');
});

type Names = Readonly<Record<string, string>>;

const named = (text: string, names: Names): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);

/** Carries the example out, with the names that stand for ids. */
async function carryOut(operation: MachineOperation, names: Names = {}) {
  const [route = ''] = Object.entries(MACHINE_ROUTES).find(([, one]) => one === operation)!;
  const [method = '', path = ''] = route.split(' ');
  const { query, body } = API_EXAMPLES[operation];
  const asked = query ? `?${new URLSearchParams(query)}` : '';
  const response = await fetch(`${target.api}${named(path, names)}${asked}`, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: named(JSON.stringify(body), names) }),
  });
  return { status: response.status, body: await response.json() };
}

async function idOf(operation: MachineOperation, names: Names = {}): Promise<string> {
  const { body } = await carryOut(operation, names);
  return body.id ?? body.webhook?.id;
}

async function invited(id: string): Promise<string> {
  await eventually('the invitation', async () => {
    const { parties } = await machine.show(id);
    return parties[0]?.invitedAt !== undefined;
  });
  return id;
}

const MAKE: Readonly<Record<Needed, () => Promise<Names>>> = {
  draft: async () => ({ id: await idOf('create') }),
  checked: async () => {
    const { id = '' } = await MAKE.draft();
    await machine.upload(id, 'contratto.pdf', PDF);
    return { id };
  },
  placed: async () => {
    const names = await MAKE.checked();
    await carryOut('place', names);
    await carryOut('fill', names);
    const { draft } = await machine.show(names.id ?? '');
    return { ...names, version: draft?.version ?? '' };
  },
  sent: async () => {
    const names = await MAKE.placed();
    await carryOut('send', names);
    return { id: await invited(names.id ?? ''), party: 'director' };
  },
  completed: async () => {
    const { id = '' } = await MAKE.sent();
    const { signers } = await stageOn(target, PARTIES);
    for (const signer of signers) await signCeremony(signer, silent);
    await eventually('the end', async () => (await machine.show(id)).status === 'completed');
    return { id };
  },
  template: async () => ({ id: await idOf('newTemplate', await MAKE.placed()) }),
  contact: async () => ({ id: await idOf('addContact') }),
  webhook: async () => ({ id: await idOf('newWebhook') }),
  delivery: async () => {
    const { id = '' } = await MAKE.webhook();
    await carryOut('pingWebhook', { id });
    let delivery = '';
    await eventually('an attempt', async () => {
      const { body } = await carryOut('listWebhookAttempts', { id });
      delivery = body.items?.[0]?.id ?? '';
      return delivery !== '';
    });
    return { id, delivery };
  },
};

describe('the example of the API page', () => {
  it.each(Object.keys(API_EXAMPLES) as MachineOperation[])('for %s is answered', async (name) => {
    const { on } = API_EXAMPLES[name];
    const answer = await carryOut(name, on && (await MAKE[on]()));
    const { status = 200 } = SENDER_OPERATIONS[name] as { status?: number };
    expect(answer).toMatchObject({ status });
  });
});
