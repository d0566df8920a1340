import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../scripts/demo/eventually.ts';
import {
  type Contact,
  type ContactFacts,
  changedContact,
  newContact,
} from '../../shared/domain/contact/contact.ts';
import { Malformed } from '../../shared/domain/errors.ts';
import { textReadings } from '../../shared/domain/text/words.ts';
import type { Contacts } from '../../shared/ports/contacts.ts';

const ANNA = { subject: 'u1', name: 'Anna' };
const AT = new Date('2026-03-02T09:00:00.000Z');

export const contactsContract = (given: () => Contacts) =>
  describe('a contact', () => {
    /** A string unique to one test, in all its names and addresses. */
    let mark: string;
    beforeEach(() => {
      mark = `x${randomBytes(6).toString('hex')}`;
    });

    const contact = (name = 'Laura', facts: Partial<ContactFacts> = {}): Contact =>
      newContact(
        {
          name: `${name} ${mark}`,
          channel: { kind: 'email', address: `${name.toLowerCase()}@${mark}.example` },
          language: 'it',
          ...facts,
        },
        ANNA,
        AT,
      );
    async function added(...facts: Parameters<typeof contact>) {
      const one = contact(...facts);
      expect(await given().add(one)).toBe(true);
      return one;
    }
    async function found(search: string, limit = 10) {
      const contacts = await given().search({ readings: textReadings(search), limit });
      return contacts.map(({ name }) => name.replace(` ${mark}`, ''));
    }
    const finds = (search: string, names: readonly string[]) =>
      eventually(`${search} finds ${names}`, async () => {
        const now = (await found(search)).sort();
        return now.join() === [...names].sort().join();
      });
    async function listed() {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await given().list({ limit: 2, ...(cursor && { cursor }) });
        names.push(...page.items.map(({ name }) => name));
        cursor = page.cursor;
      } while (cursor);
      return names
        .filter((name) => name.endsWith(mark))
        .map((name) => name.replace(` ${mark}`, ''));
    }

    it('is found as it was added', async () => {
      const one = await added('Laura', { organization: 'Verdi S.r.l.' });
      expect(await given().find(one.id)).toEqual(one);
      expect(await given().find(contact('Nessuno').id)).toBeUndefined();
    });

    it('is added once and then stays as it is, until it is put', async () => {
      const one = await added();
      const other = { ...one, language: 'de', addedBy: { subject: 'u2', name: 'Bruno' } } as const;
      expect(await given().add(other)).toBe(false);
      expect(await given().find(one.id)).toEqual(one);
      await given().put(other);
      expect(await given().find(one.id)).toEqual(other);
    });

    it('is found by the beginnings of its words, all of which must match', async () => {
      await added('Làura', { organization: `Officine ${mark}` });
      await added('Laurent');
      await finds(mark, ['Làura', 'Laurent']);
      await finds(`lau ${mark}`, ['Làura', 'Laurent']);
      await finds(`LAURA ${mark}`, ['Làura']);
      await finds(`${mark} offic`, ['Làura']);
      await finds(`laurent@${mark}.ex`, ['Laurent']);
      await finds(`aura ${mark}`, []);
    });

    it('is found by its number in whatever groups it is typed', async () => {
      const digits = BigInt(`0x${mark.slice(1)}`)
        .toString()
        .slice(-8)
        .padStart(8, '1');
      const number = `+3933${digits}`;
      await added('Laura', { channel: { kind: 'sms', number } });
      await finds(number.slice(0, 12), ['Laura']);
      await finds(`0039 33${digits.slice(0, 3)} ${digits.slice(3)}`, ['Laura']);
      await finds(`33${digits.slice(0, 6)} ${digits.slice(6)}`, ['Laura']);
    });

    it('is found by its newest words and by no earlier ones', async () => {
      const one = await added('Laura', { organization: 'Verdi Bianchi Neri' });
      await finds(`${mark} neri`, ['Laura']);
      await given().put(changedContact(one, { ...one, organization: 'Rossi' }));
      await finds(`${mark} rossi`, ['Laura']);
      await finds(`${mark} neri`, []);
      await finds(`${mark} bianchi`, []);
    });

    it('is one of no more than were asked for', async () => {
      for (const name of ['Ada', 'Bea', 'Carla']) await added(name);
      await finds(mark, ['Ada', 'Bea', 'Carla']);
      expect(await found(mark, 2)).toHaveLength(2);
    });

    it('is listed by name, whatever its case and accents, page after page', async () => {
      for (const name of ['Èrica', 'dario', 'Fabio']) await added(name);
      await eventually('three names', async () => (await listed()).length === 3);
      expect(await listed()).toEqual(['dario', 'Èrica', 'Fabio']);
    });

    it('is nowhere once it is removed, and may be removed twice', async () => {
      const one = await added();
      await finds(mark, ['Laura']);
      await given().remove(one.id);
      await given().remove(one.id);
      expect(await given().find(one.id)).toBeUndefined();
      await finds(mark, []);
      expect(await listed()).toEqual([]);
    });

    it('is listed on from no cursor but one of the list', async () => {
      await expect(given().list({ limit: 2, cursor: 'elsewhere' })).rejects.toBeInstanceOf(
        Malformed,
      );
    });
  });
