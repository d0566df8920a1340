import type { Contact } from '../domain/contact/contact.ts';
import type { Reading } from '../domain/text/words.ts';
import type { Page } from './lists.ts';

/** The company's address book. */
export interface Contacts {
  /** Strongly consistent. */
  find(id: string): Promise<Contact | undefined>;
  /** False, and nothing is changed, if it is there. */
  add(contact: Contact): Promise<boolean>;
  /** Replaces what is there under its id, if anything. */
  put(contact: Contact): Promise<void>;
  /** By name; a new one may take a moment to appear. */
  list(query: { readonly limit: number; readonly cursor?: string }): Promise<Page<Contact>>;
  /** At most `limit` that match one of the readings; looks through a bounded number. */
  search(query: {
    readonly readings: readonly Reading[];
    readonly limit: number;
  }): Promise<readonly Contact[]>;
  /** Deletes the contact completely. Idempotent. */
  remove(id: string): Promise<void>;
}
