import { beforeEach, describe, expect, it } from 'vitest';
import type { SenderRequest } from '../../../functions/sender/sender-request.ts';
import {
  ContactFactsInput,
  ContactsQuery,
} from '../../../shared/contract/sender/contact-inputs.ts';
import { EnvelopeInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { bySystem } from '../../../shared/domain/ledger/ledger.ts';
import { DAILY_LIMITS } from '../../../shared/domain/limits.ts';
import { documentChecked } from '../../../shared/domain/transitions/drafting.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS } from '../../fixtures/sample-envelope.ts';
import { EMPLOYEE, SENDER_SETTINGS, senderDesk } from '../../fixtures/sender-desk.ts';

const OTHER = { ...EMPLOYEE, subject: 'u2', name: 'Bruno' };

const LAURA = {
  name: 'Laura Verdi',
  channel: { kind: 'email', address: 'laura@verdi.example' },
  language: 'it',
  organization: 'Verdi S.r.l.',
};

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;

beforeEach(() => {
  ports = memoryPorts();
  api = senderDesk(ports);
});

const ask = <B, Q = unknown>(
  id: string,
  body: B,
  caller = EMPLOYEE,
  query: Q = {} as Q,
): SenderRequest<B, Q> => ({ body, query, path: { id }, language: 'it', caller });

const add = (facts: object = {}, caller = EMPLOYEE) =>
  api.addContact(ask('', ContactFactsInput.parse({ ...LAURA, ...facts }), caller));
const change = (id: string, facts: object, caller = EMPLOYEE) =>
  api.changeContact(ask(id, ContactFactsInput.parse({ ...LAURA, ...facts }), caller));
const listed = (query: object = {}, caller = EMPLOYEE) =>
  api.listContacts(ask('', undefined, caller, ContactsQuery.parse(query)));
const namesOf = async (query: object = {}, caller = EMPLOYEE) =>
  (await listed(query, caller)).items.map(({ name }) => name);

async function sent(parties: readonly object[] = [DIRECTOR, CLIENT]): Promise<string> {
  const input = EnvelopeInput.parse({ title: 'Contratto', language: 'it', parties });
  const { id } = await api.create(ask('', input));
  await ports.documents.put(DOCUMENT.key, new Uint8Array(9), { contentType: 'application/pdf' });
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    documentChecked(envelope, { accepted: DOCUMENT }),
  );
  await api.place(ask(id, { fields: FIELDS.filter(({ party }) => party) as never }));
  await api.send(ask(id, undefined));
  return id;
}

describe('a sending', () => {
  it('keeps its parties as contacts of the whole company, with who sent it', async () => {
    await sent();
    const { items } = await listed({}, OTHER);
    expect(items).toHaveLength(2);
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ name: CLIENT.name, channel: CLIENT.channel, language: CLIENT.language },
        ...{ addedBy: EMPLOYEE.name, addedAt: ports.clock.now().toISOString() },
      }),
    );
  });

  it('keeps whoever is known as they are', async () => {
    const { name, channel } = CLIENT;
    await add({ name: name.toUpperCase(), channel, language: 'de' }, OTHER);
    await sent();
    const { items } = await listed({ search: name });
    expect(items).toMatchObject([{ name: name.toUpperCase(), language: 'de', addedBy: 'Bruno' }]);
  });

  it('stands though no contact can be kept', async () => {
    ports.contacts.add = () => Promise.reject(new Error('out of reach'));
    const id = await sent();
    expect((await api.show(ask(id, undefined))).status).toBe('preparing');
  });
});

describe('a draft', () => {
  it('keeps nobody', async () => {
    await api.create(
      ask('', EnvelopeInput.parse({ title: 'T', language: 'it', parties: [DIRECTOR, CLIENT] })),
    );
    expect(await namesOf()).toEqual([]);
  });
});

describe('a search of contacts', () => {
  it('answers ten at most, however many match and are asked for', async () => {
    for (let n = 10; n < 25; n++)
      await add({ channel: { kind: 'email', address: `l${n}@verdi.example` } });
    const { items, cursor } = await listed({ search: 'lau ver', limit: 100 });
    expect(items).toHaveLength(10);
    expect(cursor).toBeUndefined();
    expect((await listed({ search: 'laura', limit: 3 })).items).toHaveLength(3);
  });

  it('finds by organization, and without a word in it lists', async () => {
    await add();
    await add({ name: 'Aldo', organization: 'Bianchi' });
    expect(await namesOf({ search: 'bianc' })).toEqual(['Aldo']);
    expect(await namesOf({ search: ' - ' })).toEqual(['Aldo', 'Laura Verdi']);
  });
});

describe('a contact', () => {
  it('is one for each person and address: added again, it stays as it was', async () => {
    const first = await add();
    const again = await add({ name: 'LAURA  VERDI', organization: 'Rossi' }, OTHER);
    expect(again).toEqual(first);
    await add({ name: 'Luca Verdi' });
    await add({ channel: { kind: 'sms', number: '+393331234567' } });
    expect((await listed()).items).toHaveLength(3);
  });

  it('is changed by anyone, and keeps who added it', async () => {
    const { id } = await add();
    const changed = await change(id, { organization: 'Rossi', language: 'en' }, OTHER);
    expect(changed).toMatchObject({ id, organization: 'Rossi', language: 'en', addedBy: 'Anna' });
    expect((await listed()).items).toEqual([changed]);
  });

  it('goes from where it was when its name or address changes', async () => {
    const { id } = await add();
    const changed = await change(id, { name: 'Laura Bianchi' });
    expect(changed.id).not.toBe(id);
    expect(await namesOf()).toEqual(['Laura Bianchi']);
    await expect(change(id, {})).rejects.toMatchObject({ code: 'contact_unknown' });
  });

  it('is deleted by anyone, at once and whole', async () => {
    const { id } = await add();
    expect(await api.deleteContact(ask(id, undefined, OTHER))).toEqual({ id });
    expect(await namesOf()).toEqual([]);
    expect(await namesOf({ search: 'laura' })).toEqual([]);
    await expect(api.deleteContact(ask(id, undefined))).rejects.toMatchObject({
      code: 'contact_unknown',
    });
  });

  it('has a number that may get text messages', async () => {
    const sms = (number: string) => ({ channel: { kind: 'sms', number } });
    await expect(add(sms('+4915112345678'))).rejects.toMatchObject({ code: 'country_not_served' });
    await expect(add(sms('+390612345678'))).rejects.toMatchObject({ code: 'number_not_mobile' });
    const { id } = await add();
    await expect(change(id, sms('+4915112345678'))).rejects.toMatchObject({
      code: 'country_not_served',
    });
  });
});

it('one employee adds and changes no more contacts in a day than the company allows', async () => {
  const limits = { ...DAILY_LIMITS, contactsOfSender: 2 };
  api = senderDesk(ports, { ...SENDER_SETTINGS, DAILY_LIMITS: limits });
  const { id } = await add();
  await change(id, { language: 'de' });
  await expect(change(id, { language: 'it' })).rejects.toMatchObject({ code: 'too_many' });
  await expect(add({ name: 'Aldo' })).rejects.toMatchObject({ code: 'too_many' });
  await add({ name: 'Aldo' }, OTHER);
});
