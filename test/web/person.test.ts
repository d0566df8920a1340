import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChannelInput } from '../../shared/contract/sender/sender-inputs.ts';
import { isMobileNumber } from '../../shared/phone/mobile-number.ts';
import { partiesFrom } from '../../web/console/draft/people-order.ts';
import {
  channelOf,
  contactOf,
  contactProblem,
  freeId,
  homeCountry,
  isWholeNumber,
  type Person,
  peopleFrom,
  phoneNumber,
  servedCountries,
} from '../../web/console/draft/person.ts';

const person = (id: string, role: Person['role'], together = false): Person => ({
  id,
  role,
  name: ` ${id} `,
  kind: 'email',
  address: `${id}@a.example`,
  country: 'IT',
  number: '',
  language: 'it',
  together,
  stamps: false,
});

describe('parties', () => {
  test('sign as they stand, and together across the sides too', () => {
    const parties = partiesFrom(
      [person('c', 'client'), person('d', 'director', true), person('e', 'client')],
      'any',
    );
    expect(parties.map(({ id, turn, name }) => [id, turn, name])).toEqual([
      ['c', 0, 'c'],
      ['d', 0, 'd'],
      ['e', 1, 'e'],
    ]);
  });

  test('of the company come first where that is the rule, whatever order they were written in', () => {
    const parties = partiesFrom([person('c', 'client'), person('d', 'director')], 'directorFirst');
    expect(parties.map(({ id, turn }) => [id, turn])).toEqual([
      ['d', 0],
      ['c', 1],
    ]);
  });

  test('share a turn where that is the rule, but never across the two sides', () => {
    const parties = partiesFrom(
      [
        person('a', 'director'),
        person('b', 'director', true),
        person('c', 'client', true),
        person('d', 'client', true),
      ],
      'directorFirst',
    );
    expect(parties.map(({ turn }) => turn)).toEqual([0, 0, 1, 1]);
  });

  test('are read back as they were written', () => {
    const people = [person('a', 'client'), person('b', 'director'), person('c', 'client', true)];
    const parties = partiesFrom(people, 'any').map((party) => ({ ...party }));
    const trimmed = people.map((one) => ({ ...one, name: one.name.trim() }));
    expect(peopleFrom(parties, 'IT')).toEqual(trimmed);
  });

  test('get an id that nobody has or had, so that fields stay with their party', () => {
    const people = [person('p1', 'director'), person('p3', 'client')];
    expect(freeId(people, [{ party: null }])).toBe('p2');
    expect(freeId(people, [{ party: 'p2' }])).toBe('p4');
  });
});

describe('a mobile number', () => {
  test('is understood with and without its country, and refused where it is none', () => {
    expect(phoneNumber('347 123 4567', 'IT')).toBe('+393471234567');
    expect(phoneNumber('+49 1512 3456789', 'IT')).toBe('+4915123456789');
    for (const none of ['12', '06 123456', '899 784086', '+1 900 555 1234'])
      expect(phoneNumber(none, 'IT')).toBeUndefined();
  });

  test('is judged while it is typed, once it is long enough', () => {
    expect(isWholeNumber('347 123', 'IT')).toBe(false);
    expect(isWholeNumber('347 123 4567', 'IT')).toBe(true);
    expect(isWholeNumber('347 123 4567 89', 'IT')).toBe(true);
  });

  test('is written in its country’s way when it is read back', () => {
    const contact = contactOf({ kind: 'sms', number: '+4915123456789' }, 'IT');
    expect(contact).toMatchObject({ kind: 'sms', country: 'DE', number: '01512 3456789' });
  });

  test('is offered only for countries that are served, the company’s own first chosen', () => {
    const served = servedCountries(['+39', '+49'], 'it');
    expect(served.map(({ code }) => code).sort()).toEqual(['DE', 'IT', 'VA']);
    expect(homeCountry(served, 'IT')).toBe('IT');
    expect(homeCountry(served, 'FR')).toBe(served[0]?.code);
  });
});

describe('a contact', () => {
  const served = ['+39', '+49', '+1'];
  const mail = (address: string) => ({
    kind: 'email' as const,
    address,
    country: 'IT',
    number: '',
  });
  const takes = (contact: ReturnType<typeof mail>) => contactProblem(contact, served) === undefined;

  test('by mail has a name, an at sign and a domain, as mail services take them', () => {
    const right = ['maria.rossi@azienda.example', "o'neil@x.it", 'a+b@x-y.co.uk'];
    for (const address of [...right, 'anna&figli@x.it', 'a@xn--e1afmkfd.xn--p1ai'])
      expect([address, takes(mail(address))]).toEqual([address, true]);
    for (const address of [
      ...['maria', 'maria@', '@azienda.it', 'maria@azienda', 'a b@c.it', '.a@c.it', 'a.@c.it'],
      ...['a..b@c.it', 'a@c..it', 'a@-c.it', 'a@c.i', 'maría@c.it', 'a@b@c.it', 'a@c.it>', ''],
    ])
      expect([address, takes(mail(address))]).toEqual([address, false]);
  });

  test('is taken by the console exactly where it is taken by the server', () => {
    const pieces = fc.constantFrom(...'aZ09.@-_+\'&é<> "\t', 'it', 'example.com', '@x.it');
    const like = fc.array(pieces, { maxLength: 12 }).map((found) => found.join(''));
    const long = fc.integer({ min: 55, max: 260 }).map((length) => `${'a'.repeat(length)}@x.it`);
    fc.assert(
      fc.property(fc.oneof(like, fc.emailAddress(), long), (address) => {
        const contact = mail(address);
        expect(ChannelInput.safeParse(channelOf(contact)).success).toBe(takes(contact));
      }),
      { numRuns: 3_000 },
    );
  });

  test('by text message is sent in the form that the server takes', () => {
    const typed = fc.stringMatching(/^(\+39|0039|\+49|\+1)?[ ./-]?[0-9]{3}[ ./-]?[0-9]{3,9}$/);
    fc.assert(
      fc.property(typed, fc.constantFrom('IT', 'DE', 'US'), (number, country) => {
        const contact = { kind: 'sms' as const, address: '', country, number };
        fc.pre(contactProblem(contact, served) === undefined);
        const channel = ChannelInput.parse(channelOf(contact));
        expect(channel.kind === 'sms' && isMobileNumber(channel.number)).toBe(true);
      }),
    );
  });
});
