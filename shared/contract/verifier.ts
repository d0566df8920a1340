import * as z from 'zod';
import type { Language } from '../domain/envelope/party.ts';

/** The public record: no contact, no full name; the title only if the company allows it. */
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
  /** SHA-256 and length (bytes) of the signed file. */
  sha256: z.string().optional(),
  length: z.number().optional(),
  /** SHA-256 and length of the last revision before the company's seal, as stated in the QR code's claim. */
  beforeSeal: z.object({ sha256: z.string(), length: z.number() }).optional(),
  removedAt: z.string().optional(),
  /** The last ledger entry of an ended envelope: reveals a ledger truncated later. */
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
  /** The reason, as a sentence for people. */
  reason: z.string(),
  record: PublicRecord.optional(),
});
export type VerifyAnswer = z.output<typeof VerifyAnswer>;

/** Data that the server embeds in the verify page for its script. */
export interface VerifyPageFacts {
  readonly company: string;
  /** IANA time zone of displayed times. */
  readonly timeZone: string;
  /** Offered languages, default first. */
  readonly languages: readonly Language[];
  /** ISO 8601 server time, since the device's clock may be wrong. */
  readonly at: string;
  /** The code in the page's address, normalized. */
  readonly code?: string;
  readonly record?: PublicRecord;
  /** Set on the 404 page. */
  readonly nowhere?: true;
}
