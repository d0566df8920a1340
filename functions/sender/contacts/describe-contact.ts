import type * as z from 'zod';
import type { ContactAnswer } from '../../../shared/contract/sender/contact-answers.ts';
import type { Contact } from '../../../shared/domain/contact/contact.ts';

export const describeContact = ({
  addedBy,
  ...contact
}: Contact): z.input<typeof ContactAnswer> => ({ ...contact, addedBy: addedBy.name });
