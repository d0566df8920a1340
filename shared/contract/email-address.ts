import * as z from 'zod';
import { LONGEST_MAIL_ADDRESS, MAIL_ADDRESS } from '../domain/text/mail-address.ts';

/** Where mail can go, by the rule that the pages judge by too; its length is bounded first. */
export const emailAddress = z
  .string()
  .max(LONGEST_MAIL_ADDRESS, { abort: true })
  .check(z.email({ pattern: MAIL_ADDRESS }));
