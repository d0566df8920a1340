import * as z from 'zod';
import { LONGEST_MAIL_ADDRESS, MAIL_ADDRESS } from '../domain/text/mail-address.ts';

/**
 * An address that mail services accept; pages use the same rule. The length is checked before the regular
 * expression runs.
 */
export const emailAddress = z
  .string()
  .max(LONGEST_MAIL_ADDRESS, { abort: true })
  .check(z.email({ pattern: MAIL_ADDRESS }));
