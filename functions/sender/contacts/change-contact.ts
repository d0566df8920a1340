import type * as z from 'zod';
import type { ContactAnswer } from '../../../shared/contract/sender/contact-answers.ts';
import type { ContactFactsInput } from '../../../shared/contract/sender/contact-inputs.ts';
import type { DiscardedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import {
  type Contact,
  changedContact,
  isContactId,
  newContact,
} from '../../../shared/domain/contact/contact.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import type { CountContacts } from './count-contacts.ts';
import { describeContact } from './describe-contact.ts';

type Deps = Pick<Ports, 'contacts'>;
type Request = SenderRequest<z.output<typeof ContactFactsInput>>;
type Answer = z.input<typeof ContactAnswer>;

interface Settings {
  readonly SMS_COUNTRIES: readonly string[];
}

export const makeAddContact =
  (
    { contacts, clock }: Deps & Pick<Ports, 'clock'>,
    countContacts: CountContacts,
    { SMS_COUNTRIES }: Settings,
  ) =>
  async ({ body, caller }: Request): Promise<Answer> => {
    (await textMessagesTo(SMS_COUNTRIES))([body]);
    const { subject, name } = caller;
    const contact = newContact(body, { subject, name }, clock.now());
    await countContacts(caller, 1, () => contacts.add(contact));
    return describeContact((await contacts.find(contact.id)) ?? contact);
  };

/** Writes the new contact before deleting the old one: if interrupted, both exist rather than neither. */
export const makeChangeContact =
  ({ contacts }: Deps, countContacts: CountContacts, { SMS_COUNTRIES }: Settings) =>
  async ({ body, caller, path }: Request): Promise<Answer> => {
    const before = await namedContact(contacts, path);
    (await textMessagesTo(SMS_COUNTRIES))([body]);
    const contact = changedContact(before, body);
    await countContacts(caller, 1, () => contacts.put(contact));
    if (contact.id !== before.id) await contacts.remove(before.id);
    return describeContact(contact);
  };

export const makeDeleteContact =
  ({ contacts }: Deps) =>
  async ({ path }: SenderRequest): Promise<z.input<typeof DiscardedAnswer>> => {
    const { id } = await namedContact(contacts, path);
    await contacts.remove(id);
    return { id };
  };

/** Throws `contact_unknown`. */
async function namedContact(
  contacts: Ports['contacts'],
  { id = '' }: SenderRequest['path'],
): Promise<Contact> {
  const contact = isContactId(id) ? await contacts.find(id) : undefined;
  if (!contact) throw new Refusal('contact_unknown');
  return contact;
}
