import { newContact } from '../../../shared/domain/contact/contact.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';

export type KeepContacts = (caller: Caller, parties: readonly Party[]) => Promise<void>;

/**
 * Stores the parties of a sent envelope as contacts. The envelope is sent already, so failures are ignored; the
 * next one stores them.
 */
export const makeKeepContacts =
  ({ contacts, clock }: Pick<Ports, 'contacts' | 'clock'>): KeepContacts =>
  async ({ subject, name: by }, parties) => {
    const now = clock.now();
    const added = parties.map(({ name, channel, language }) =>
      contacts.add(newContact({ name, channel, language }, { subject, name: by }, now)),
    );
    await Promise.allSettled(added);
  };
