import * as z from 'zod';
import { SCOPES } from '../../domain/token/scope.ts';
import { emailAddress } from '../email-address.ts';
import { identifier, line } from '../text.ts';

/** Of a token, in days from its making. */
const MAX_DAYS = 1_095;

export const NewTokenInput = z.strictObject({
  /** Of the machine, as ledger and console tell of it. */
  name: line(80),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .max(SCOPES.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'each scope once'),
  /** Employees for whom it acts, as the identity provider names them; none: for itself alone. */
  owners: z
    .array(
      z.strictObject({
        /** Their `sub`, which the console's settings page shows. */
        subject: identifier(254),
        email: emailAddress,
        name: line(120),
      }),
    )
    .max(20)
    .default([]),
  /** Where messages go about envelopes that it owns itself; default: the administrator's address. */
  email: emailAddress.optional(),
  /** Until it ends. */
  days: z.number().int().min(1).max(MAX_DAYS).default(365),
});
