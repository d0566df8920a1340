import { newContact } from '../../../shared/domain/contact/contact.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';

export type KeepContacts = (caller: Caller, parties: readonly Party[]) => Promise<void>;

/** Keeps whom an envelope was sent to. It was sent: what cannot be kept now is kept with the next one. */
export const makeKeepContacts =
  ({ contacts, clock }: Pick<Ports, 'contacts' | 'clock'>): KeepContacts =>
  async ({ subject, name: by }, parties) => {
    const now = clock.now();
    const added = parties.map(({ name, channel, language }) =>
      contacts.add(newContact({ name, channel, language }, { subject, name: by }, now)),
    );
    await Promise.allSettled(added);
  };
