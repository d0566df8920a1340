import * as z from 'zod';
import { hostName } from './names.ts';

export const Mail = z
  .strictObject({
    /** The sender of every mail. SES gets an identity for its domain, whose DKIM records the deployment prints. */
    from: z.email(),
    /** True if SES already has a verified identity for that domain in this account and region. */
    identityExists: z.boolean().default(false),
    /**
     * Mails that SES lets the account send in 24 hours (200 in its sandbox, 50,000 at first outside it);
     * an alarm is raised at four fifths of it.
     */
    dailyQuota: z.int().positive().default(200),
    /**
     * Domains that SES gets an identity for, where there is more than the sender's own: to go to another
     * one, the deployed one first, then the next (docs/decisions/mail-domain.md). The first stays first.
     */
    identities: z
      .array(hostName)
      .refine((all) => new Set(all).size === all.length, 'each domain once')
      .default([]),
  })
  .refine(
    ({ from, identityExists, identities }) =>
      identityExists ||
      identities.length === 0 ||
      identities.includes(mailDomain(from).toLowerCase()),
    { path: ['identities'], message: "the sender's domain too, unless its identity exists" },
  );

/** `sign@example.com` → `example.com`. */
export const mailDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

export const Text = z.strictObject({
  /** Calling codes that may get text messages. None: no party can be reached by SMS. */
  countries: z.array(z.string().regex(/^\+[1-9]\d{0,3}$/, 'such as +39')).default([]),
  /** Shown as the sender where the country allows it; some want it registered first. */
  senderId: z
    .string()
    .regex(/^([A-Za-z0-9]{1,11})?$/, 'up to 11 letters and digits')
    .default(''),
  /** True if the account and region already have SNS's log of failed texts, because others send texts too. */
  failureLogExists: z.boolean().default(false),
  /**
   * The account's monthly SMS spend limit, which AWS raises only on request (a new account has 1).
   * Beyond it no text leaves; an alarm is raised at four fifths of it.
   */
  monthlySpendUsd: z.number().positive().default(1),
});
