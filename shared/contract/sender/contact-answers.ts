import * as z from 'zod';
import { Language } from '../language.ts';
import { Channel } from './sender-answers.ts';

export const ContactAnswer = z.object({
  id: z.string(),
  name: z.string(),
  channel: Channel,
  language: Language,
  organization: z.string().optional(),
  addedAt: z.string(),
  /** The name of the employee who added it, or first sent something to it. */
  addedBy: z.string(),
});
export type ContactAnswer = z.output<typeof ContactAnswer>;

export const ContactsAnswer = z.object({
  items: z.array(ContactAnswer),
  cursor: z.string().optional(),
});
export type ContactsAnswer = z.output<typeof ContactsAnswer>;
