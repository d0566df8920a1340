import * as z from 'zod';
import type { Language } from '../domain/envelope/party.ts';

/** What anyone may know of an envelope: no contact, no full name; the title only if the company wants it. */
export const PublicRecord = z.object({
  id: z.string(),
  status: z.enum(['open', 'completed', 'declined', 'voided', 'expired', 'failed']),
  company: z.string(),
  title: z.string().optional(),
  createdAt: z.string(),
  sentAt: z.string().optional(),
  signers: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['director', 'client']),
      signedAt: z.string().optional(),
    }),
  ),
  closedAt: z.string().optional(),
  /** SHA-256 and length in bytes of the signed file. */
  sha256: z.string().optional(),
  length: z.number().optional(),
  /** SHA-256 and length of the last revision before the company's seal: what the QR's claim says. */
  beforeSeal: z.object({ sha256: z.string(), length: z.number() }).optional(),
  removedAt: z.string().optional(),
  /** The newest entry of the ledger of a document that has ended, so that no end of it can be cut off unseen. */
  ledger: z.object({ seq: z.number(), head: z.string() }).optional(),
});
export type PublicRecord = z.output<typeof PublicRecord>;

export const VerifyRequest = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  id: z.string().max(64).optional(),
});
export type VerifyRequest = z.output<typeof VerifyRequest>;

export const VerifyAnswer = z.object({
  verdict: z.enum(['authentic', 'altered', 'unknown', 'not_complete']),
  /** Why, in a sentence a person understands. */
  reason: z.string(),
  record: PublicRecord.optional(),
});
export type VerifyAnswer = z.output<typeof VerifyAnswer>;

/** What the verify page carries from the server for its script. */
export interface VerifyPageFacts {
  readonly company: string;
  /** IANA zone in which the company prints times. */
  readonly timeZone: string;
  /** Those that the company offers, the default first. */
  readonly languages: readonly Language[];
  /** ISO 8601: when the server made the page. The device's clock may be behind. */
  readonly at: string;
  /** The code in the page's address, normalised. */
  readonly code?: string;
  readonly record?: PublicRecord;
  /** The address leads to no page. */
  readonly nowhere?: true;
}
