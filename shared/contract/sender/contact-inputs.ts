import * as z from 'zod';
import { Language } from '../language.ts';
import { line } from '../text.ts';
import { ChannelInput } from './sender-inputs.ts';

export const ContactFactsInput = z.strictObject({
  name: line(120),
  channel: ChannelInput,
  language: Language,
  /** The organization for which the person acts. */
  organization: line(120).optional(),
});

export const ContactsQuery = z.strictObject({
  /**
   * Search words. Each must be the beginning of a word of the contact's name, organization, address or number,
   * ignoring case and accents. Returns at most ten, without a cursor.
   */
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
});
