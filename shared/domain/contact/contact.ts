import { channelWords, contactOf } from '../envelope/channel-words.ts';
import type { Channel, Language } from '../envelope/party.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { sha256 } from '../sha256.ts';
import { asciiLower } from '../text/mail-address.ts';
import { distinctWords, foldedText, joined, splitWords } from '../text/words.ts';

/** Maximum number of search words of one contact; each is an item in the table. */
export const MAX_CONTACT_WORDS = 20;

/** A person of the company's address book, and one way to reach them. */
export interface ContactFacts {
  readonly name: string;
  readonly channel: Channel;
  readonly language: Language;
  /** The organization for which the person acts. */
  readonly organization?: string | undefined;
}

export interface Contact extends ContactFacts {
  readonly id: string;
  /** ISO 8601. */
  readonly addedAt: string;
  readonly addedBy: { readonly subject: string; readonly name: string };
}

type Person = Pick<ContactFacts, 'name' | 'channel'>;

/** Equal for equal name (ignoring case and accents) and equal address or number. */
export const contactIdOf = ({ name, channel }: Person): string =>
  sha256(canonicalJson([splitWords(name).join(' ') || name, sameChannel(channel)])).slice(0, 32);

const sameChannel = (channel: Channel): string =>
  channel.kind === 'email' ? asciiLower(channel.address) : channel.number;

export const isContactId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

export const newContact = (
  facts: ContactFacts,
  addedBy: Contact['addedBy'],
  now: Date,
): Contact => ({
  ...facts,
  id: contactIdOf(facts),
  addedAt: now.toISOString(),
  addedBy,
});

/** A changed name, address or number gives a new id; the creator is kept. */
export const changedContact = ({ addedAt, addedBy }: Contact, facts: ContactFacts): Contact => ({
  ...facts,
  id: contactIdOf(facts),
  addedAt,
  addedBy,
});

/** Search words of a contact, most distinctive first. */
export const wordsOfContact = ({ name, channel, organization = '' }: ContactFacts): string[] =>
  distinctWords(
    [
      joined(contactOf(channel)),
      ...splitWords(name),
      ...splitWords(organization),
      ...channelWords(channel),
    ],
    MAX_CONTACT_WORDS,
  );

/** Sort key of the list. */
export const sortedName = ({ name, id }: Pick<Contact, 'name' | 'id'>): string =>
  `${foldedText(name)}#${id}`;
