import * as z from 'zod';
import { Language } from '../language.ts';
import { line } from '../text.ts';
import { ChannelInput } from './sender-inputs.ts';

export const ContactFactsInput = z.strictObject({
  name: line(120),
  channel: ChannelInput,
  language: Language,
  /** For which firm the person acts. */
  organization: line(120).optional(),
});

export const ContactsQuery = z.strictObject({
  /**
   * Words, each of which must begin one of the contact's: of its name, its organization, its address or its number,
   * whatever the case and the accents. At most ten are answered, without a cursor.
   */
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
});
