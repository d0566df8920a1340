import { describe, expect, it } from 'vitest';
import {
  type ContactFacts,
  contactIdOf,
  isContactId,
  wordsOfContact,
} from '../../shared/domain/contact/contact.ts';

const ANNA: ContactFacts = {
  name: 'Anna Neri',
  channel: { kind: 'email', address: 'anna@acme.example' },
  language: 'it',
};

describe('a contact', () => {
  it('has an id by its name in words, and its address in any case', () => {
    const same = {
      ...ANNA,
      name: 'ANNA  Néri',
      channel: { ...ANNA.channel, address: 'Anna@ACME.example' },
    };
    expect(contactIdOf(same as ContactFacts)).toBe(contactIdOf(ANNA));
    expect(contactIdOf({ ...ANNA, name: 'Annaneri' })).not.toBe(contactIdOf(ANNA));
  });

  it('has an id of 32 hexadecimal digits and nothing around them', () => {
    const id = contactIdOf(ANNA);
    expect(['', 'x'].map((before) => isContactId(`${before}${id}`))).toEqual([true, false]);
    expect(isContactId(`${id}0`)).toBe(false);
  });

  it('is found by its address, name and organization, and by nothing else', () => {
    const words = ['annaacmeexample', 'anna', 'neri', 'acme', 'example'];
    expect(wordsOfContact(ANNA)).toEqual(words);
    const more = wordsOfContact({ ...ANNA, organization: 'Verdi & C.' });
    expect(more.filter((word) => !words.includes(word))).toEqual(['verdi', 'c']);
  });
});
