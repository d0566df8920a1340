import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { step } from '../fixtures/envelope-steps.ts';
import { sentEnvelope } from '../fixtures/signer-door.ts';
import { DAY_MS, HOUR_MS, VirtualCompany } from '../fixtures/virtual-company.ts';

/** The definition of commit 52e2906. */
const FIRST_RELEASE = JSON.parse(
  readFileSync(new URL('../fixtures/first-release-workflow.json', import.meta.url), 'utf8'),
);

let company: VirtualCompany;
afterEach(() => company.close());

async function started() {
  company = new VirtualCompany();
  await company.begin(sentEnvelope);
}
const sweeping = (ms: number) => company.pass(ms, { sweeping: true });
const executions = () => company.executions.map(({ name, status }) => [name, status]);
const state = () => company.ports.ledger.load(company.id);
const mailsTo = (party: string) =>
  company.ports.mailer.sent.filter(({ tags }) => tags.party === party).length;

describe('an execution that ended too early', () => {
  it('is seen at once, followed within the hour, and nobody is written to again', async () => {
    await started();
    await company.abort();
    expect(await state()).toMatchObject({ status: 'signing', stalledAt: expect.any(String) });
    await sweeping(HOUR_MS);
    const { id } = company;
    expect(executions()).toEqual([
      [id, 'ABORTED'],
      [`${id}-2`, 'RUNNING'],
    ]);
    expect((await state()).stalledAt).toBeUndefined();
    expect(mailsTo('d1')).toBe(1);
    expect(company.sweeps).toEqual([true]);
  });

  it('is followed with the reminders still on their days', async () => {
    await started();
    await company.pass(2 * DAY_MS);
    await company.abort();
    await sweeping(DAY_MS - 2000);
    expect(mailsTo('d1')).toBe(1);
    await sweeping(3000);
    expect(mailsTo('d1')).toBe(2);
    await company.abort();
    await sweeping(4 * DAY_MS);
    expect(mailsTo('d1')).toBe(3);
  });

  it('in any turn: what was signed meanwhile is sealed when it lives again, and it comes to its end', async () => {
    await started();
    await company.signs('d1', 0);
    await company.signs('c1', 1);
    await company.abort();
    await company.signs('c2', 1);
    await company.drain();
    expect(executions().at(-1)).toEqual([`${company.id}-2`, 'RUNNING']);
    expect((await state()).status).toBe('completed');
    const entered = company.executions[1]!.history.filter(({ type }) => type === 'MapStateEntered');
    expect(entered).toHaveLength(1);
    const types = await company.types();
    expect(types.filter((type) => type === 'appended')).toHaveLength(3);
    await company.abort();
    await sweeping(2 * HOUR_MS);
    expect(company.ports.mailer.sent).toHaveLength(5);
    expect(company.ports.textMessages.sent).toHaveLength(2);
    await sweeping(14 * DAY_MS);
    expect((await state()).status).toBe('purged');
    expect(executions().at(-1)).toEqual([`${company.id}-3`, 'SUCCEEDED']);
  });

  it('is followed at once when its sender voids: everyone is told, and the document goes', async () => {
    await started();
    await company.abort();
    await step(company.ports, company.id, 'voided', { reason: 'x' });
    await company.drain();
    expect(mailsTo('d1')).toBe(2);
    await company.pass(14 * DAY_MS + 1000);
    expect((await state()).status).toBe('purged');
    expect(executions().at(-1)).toEqual([`${company.id}-2`, 'SUCCEEDED']);
  });

  it('is followed at once when its sender reminds', async () => {
    await started();
    await company.abort();
    await step(company.ports, company.id, 'reminded', { party: 'd1' });
    await company.drain();
    expect(mailsTo('d1')).toBe(2);
  });
});

describe('a step that fails longer than any task is tried', () => {
  it('ends no envelope: it is sealed within three hours once the service is back', async () => {
    await started();
    company.down.add('seal');
    await company.signs('d1', 0);
    await sweeping(9 * DAY_MS);
    expect(executions().some(([, status]) => status === 'FAILED')).toBe(true);
    expect(company.sweeps).toContain(false);
    company.down.clear();
    await sweeping(3 * HOUR_MS);
    expect(await company.types()).toContain('appended');
  });

  it('delivery included: the document goes at its hour, though nobody could be told', async () => {
    await started();
    company.down.add('ses').add('sns');
    await step(company.ports, company.id, 'voided', { reason: 'x' });
    await sweeping(14 * DAY_MS + 2 * HOUR_MS);
    expect((await state()).status).toBe('purged');
  });
});

describe('an execution that the first release began', () => {
  it('and an hour without mail ended is followed by one of this release', async () => {
    company = new VirtualCompany(FIRST_RELEASE);
    company.down.add('ses');
    await company.begin(sentEnvelope);
    company.deploy();
    await company.pass(2 * HOUR_MS);
    expect(executions()).toEqual([[company.id, 'FAILED']]);
    expect(await state()).toMatchObject({ stalledAt: expect.any(String) });
    company.down.clear();
    await sweeping(HOUR_MS);
    expect(mailsTo('d1')).toBe(1);
    await company.signs('d1', 0);
    expect(await company.types()).toContain('appended');
  });
});
