import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Party } from '../../shared/domain/envelope/party.ts';
import { NOT_SENT_YET } from '../../shared/domain/ledger/entries.ts';
import { draft, revision, step } from '../fixtures/envelope-steps.ts';
import { CREATED, DOCUMENT } from '../fixtures/sample-envelope.ts';
import { onClientsTurn, type SignerPorts, sentEnvelope } from '../fixtures/signer-door.ts';
import { DAY_MS, HOUR_MS, VirtualCompany } from '../fixtures/virtual-company.ts';

/** The definition of commit 52e2906. */
const FIRST_RELEASE = JSON.parse(
  readFileSync(new URL('../fixtures/first-release-workflow.json', import.meta.url), 'utf8'),
);

let company: VirtualCompany;

async function begin(make: (ports: SignerPorts) => Promise<string>) {
  company = new VirtualCompany();
  await company.begin(make);
}
afterEach(() => company.close());

const subjectsTo = (address: string) =>
  company.ports.mailer.sent
    .filter(({ to }) => to.address === address)
    .map(({ subject }) => subject);
const toDirector = () => subjectsTo('maria.rossi@example.com');
const failures = async () =>
  (await company.ports.ledger.entries(company.id)).filter(
    ({ type, data }) => type === 'delivery.failed' && data.reason === NOT_SENT_YET,
  );
const status = () => company.executions.map((execution) => execution.status);

describe.each([
  ['an hour', HOUR_MS],
  ['a day', DAY_MS],
])('mail and texts are down for %s', (_, outage) => {
  it('from the beginning: the failure is recorded once, and the invitation goes within three hours', async () => {
    company = new VirtualCompany();
    company.down.add('ses');
    await company.begin(sentEnvelope);
    await company.pass(outage);
    expect(await failures()).toHaveLength(1);
    expect(toDirector()).toEqual([]);
    company.down.clear();
    await company.pass(3 * HOUR_MS);
    expect(toDirector()).toEqual(['Da firmare: Contratto di fornitura']);
    expect(status()).toEqual(['RUNNING']);
  });

  it('over a reminder: whoever signs by an earlier link is sealed at once', async () => {
    await begin(sentEnvelope);
    company.down.add('ses').add('sns');
    await company.pass(3 * DAY_MS + outage);
    expect(toDirector()).toHaveLength(1);
    await company.signs('d1', 0);
    expect(await company.types()).toContain('appended');
    company.down.clear();
    await company.pass(3 * HOUR_MS);
    expect(company.ports.textMessages.sent).toHaveLength(1);
    expect(toDirector()).toHaveLength(1);
  });

  it('at the end: everyone is told once, within an hour', async () => {
    await begin(onClientsTurn);
    company.down.add('ses').add('sns');
    await company.signs('c1', 1);
    await company.signs('c2', 1);
    await company.pass(outage);
    expect(await company.status()).toBe('completed');
    company.down.clear();
    await company.pass(HOUR_MS);
    const told = (await company.types()).filter((type) => type === 'delivered');
    expect(told).toHaveLength(4);
    expect(
      subjectsTo('zoe@example.com').filter((subject) => /everyone/.test(subject)),
    ).toHaveLength(1);
    await company.pass(14 * DAY_MS);
    expect(status()).toEqual(['SUCCEEDED']);
    expect(await company.status()).toBe('purged');
  });
});

describe('a message that cannot be sent', () => {
  it('is tried until the deadline, and then the envelope expires', async () => {
    company = new VirtualCompany();
    company.down.add('ses');
    await company.begin(sentEnvelope);
    await company.pass(14 * DAY_MS - 1);
    expect(await company.status()).toBe('signing');
    await company.pass(2000);
    expect(await company.status()).toBe('expired');
    company.down.clear();
    await company.pass(HOUR_MS);
    // A send whose response was lost may have arrived: parties that may hold a link are notified,
    // others are not.
    expect(toDirector()).toEqual(['Richiesta scaduta: Contratto di fornitura']);
    expect(company.ports.textMessages.sent).toEqual([]);
    expect((await company.types()).filter((type) => type === 'delivered')).toHaveLength(2);
  });

  it('is tried again at once when its sender asks for it', async () => {
    company = new VirtualCompany();
    company.down.add('ses');
    await company.begin(sentEnvelope);
    await company.pass(DAY_MS);
    company.down.clear();
    await step(company.ports, company.id, 'reminded', { party: 'd1' });
    await company.drain();
    expect(toDirector()).toHaveLength(1);
  });

  it('ends with a void like any other wait', async () => {
    company = new VirtualCompany();
    company.down.add('ses');
    await company.begin(sentEnvelope);
    await company.pass(DAY_MS);
    await step(company.ports, company.id, 'voided', { reason: 'x' });
    await company.pass(DAY_MS);
    company.down.clear();
    await company.pass(14 * DAY_MS);
    expect(await company.status()).toBe('purged');
  });
});

it('a ledger that cannot be written for a day holds everything up, and loses nothing', async () => {
  await begin(sentEnvelope);
  company.down.add('ledger');
  await company.pass(3 * DAY_MS);
  company.down.clear();
  await company.pass(3 * HOUR_MS);
  expect(toDirector()).toHaveLength(2);
  expect(status()).toEqual(['RUNNING']);
});

describe('the bus takes no events for a day', () => {
  it('and what was sent and signed meanwhile goes on at once; every event comes when it is back', async () => {
    company = new VirtualCompany();
    company.down.add('bus');
    await company.begin(sentEnvelope);
    expect(toDirector()).toHaveLength(1);
    await company.pass(DAY_MS);
    await company.signs('d1', 0);
    expect(company.ports.textMessages.sent).toHaveLength(1);
    expect(company.ports.envelopes.rows.get(company.id)).toMatchObject({
      waitingFor: ['Luca Verdi', 'Zoë Müller'],
    });
    expect(company.ports.bus.events).toEqual([]);
    company.down.clear();
    await company.drain();
    expect(company.ports.bus.events.map(({ type }) => type)).toEqual([
      'envelope.created',
      'envelope.sent',
      'party.invited',
      'party.signed',
      'party.invited',
      'party.invited',
    ]);
  });
});

describe('an execution that the first release began', () => {
  beforeEach(async () => {
    company = new VirtualCompany(FIRST_RELEASE);
    await company.begin(sentEnvelope);
  });

  it('goes on to its end with the functions of this one', async () => {
    await company.pass(3 * DAY_MS);
    expect(toDirector()).toHaveLength(2);
    await company.signs('d1', 0);
    await company.signs('c1', 1);
    await step(company.ports, company.id, 're-sent', { party: 'c2' });
    await company.drain();
    expect(subjectsTo('zoe@example.com')).toHaveLength(2);
    await company.signs('c2', 1);
    expect(await company.status()).toBe('completed');
    await company.pass(14 * DAY_MS);
    expect(await company.status()).toBe('purged');
    expect(status()).toEqual(['SUCCEEDED']);
  });

  it('reminds and expires as ever', async () => {
    await company.pass(14 * DAY_MS + 10_000);
    expect(toDirector()).toHaveLength(4);
    expect(await company.status()).toBe('expired');
  });
});

describe('the history of sixty days', () => {
  const PARTIES: Party[] = Array.from({ length: 10 }, (_, index) => ({
    id: `p${index}`,
    role: 'director',
    turn: 0,
    name: `Parte ${index}`,
    channel: { kind: 'email', address: `p${index}@example.com` },
    language: 'it',
  }));
  const REMINDERS = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50];

  /** Ten parties in one turn, the longest deadline and the most reminders allowed. */
  async function longest(ports: SignerPorts): Promise<string> {
    const id = await draft(ports);
    const { owner: _, documentDays: __, ...facts } = CREATED;
    const schedule = { deadlineDays: 60, reminderDays: REMINDERS };
    const deadline = new Date(ports.clock.now().getTime() + 60 * DAY_MS).toISOString();
    await step(ports, id, 'edited', { ...facts, parties: PARTIES, schedule });
    await step(ports, id, 'document.accepted', DOCUMENT);
    await step(ports, id, 'sent', { deadline });
    await step(ports, id, 'prepared', { revision: revision(id, 0), certificatePages: 1 });
    return id;
  }
  const events = () => company.executions[0]!.history.length;

  it('stays under 25,000 events though every message meets an outage of a day', async () => {
    company = new VirtualCompany();
    company.down.add('ses');
    await company.begin(longest);
    for (let day = 0; day < 60; day += 5) {
      company.down.add('ses');
      await company.pass(DAY_MS);
      company.down.clear();
      await company.pass(4 * DAY_MS);
    }
    await company.pass(10_000);
    expect(await company.status()).toBe('expired');
    expect(company.ports.mailer.sent.filter(({ tags }) => tags.party === 'p0')).toHaveLength(12);
    expect(events()).toBeLessThan(25_000);
    expect(events()).toBeGreaterThan(5_000);
  });

  it('and though nothing can be sent in all that time', async () => {
    company = new VirtualCompany();
    company.down.add('ses');
    await company.begin(longest);
    await company.pass(60 * DAY_MS + 10_000);
    expect(await company.status()).toBe('expired');
    expect(events()).toBeLessThan(25_000);
    expect(events()).toBeGreaterThan(5_000);
  });
});
