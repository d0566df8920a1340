import type * as z from 'zod';
import type { ContactsAnswer } from '../../../shared/contract/sender/contact-answers.ts';
import type { ContactsQuery } from '../../../shared/contract/sender/contact-inputs.ts';
import { textReadings } from '../../../shared/domain/text/words.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeContact } from './describe-contact.ts';

type Request = SenderRequest<unknown, z.output<typeof ContactsQuery>>;

const MAX_FOUND = 10;

/** Contacts of the whole company, for every sender. A search without a word returns the full list. */
export const makeListContacts =
  ({ contacts }: Pick<Ports, 'contacts'>) =>
  async ({ query }: Request): Promise<z.input<typeof ContactsAnswer>> => {
    const { search = '', limit, cursor } = query;
    const readings = textReadings(search);
    if (readings.length > 0) {
      const found = await contacts.search({ readings, limit: Math.min(limit, MAX_FOUND) });
      return { items: found.map(describeContact) };
    }
    const page = await contacts.list({ limit, ...(cursor !== undefined && { cursor }) });
    const items = page.items.map(describeContact);
    return { items, ...(page.cursor && { cursor: page.cursor }) };
  };
