import {
  type Contact,
  MAX_CONTACT_WORDS,
  sortedName,
  wordsOfContact,
} from '../../domain/contact/contact.ts';

/** Table `Contacts`: a contact, found by its name in the index `list-place`. */
export interface ContactItem {
  readonly id: string;
  readonly seq: number;
  readonly list: string;
  readonly place: string;
  readonly contact: Contact;
  /** Absent while its words are being written. */
  readonly hasWords?: true;
}

/** A search word of a contact, in the same index under its first letter. */
export interface ContactWordItem {
  readonly id: string;
  readonly list: string;
  readonly place: string;
  readonly contactId: string;
  /** All words of the contact. */
  readonly words: readonly string[];
}

export const CONTACTS_BY_NAME = 'contacts';

/** Partitioned by first letter, because an index partition accepts 1,000 writes a second. */
export const wordList = (word: string): string => `word#${[...word][0] ?? ''}`;

const wordId = (id: string, place: number): string => `word#${id}#${place}`;

/** Keys of all word items that a contact may have. */
export const wordIds = (id: string): string[] =>
  Array.from({ length: MAX_CONTACT_WORDS }, (_, place) => wordId(id, place));

export const contactItem = (contact: Contact, seq: number): ContactItem => ({
  id: contact.id,
  seq,
  list: CONTACTS_BY_NAME,
  place: sortedName(contact),
  contact,
});

export function wordItems(contact: Contact): ContactWordItem[] {
  const words = wordsOfContact(contact);
  return words.map((word, place) => ({
    id: wordId(contact.id, place),
    list: wordList(word),
    place: `${word}#${contact.id}`,
    contactId: contact.id,
    words,
  }));
}
