import * as z from 'zod';
import { MAIL_ADDRESS, MAX_MAIL_ADDRESS_LENGTH } from '../domain/text/mail-address.ts';

/**
 * An address that mail services accept; pages use the same rule. The length is checked before the regular
 * expression runs.
 */
export const emailAddress = z
  .string()
  .max(MAX_MAIL_ADDRESS_LENGTH, { abort: true })
  .check(z.email({ pattern: MAIL_ADDRESS }));
