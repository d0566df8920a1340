import { X509Certificate } from 'node:crypto';
import * as z from 'zod';

export const rootCertificate = z.string().refine(isAuthority, "an authority's certificate, PEM");

function isAuthority(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

const LOG_DAYS = [
  7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const Retention = z.strictObject({
  /** Days that a finished document stays at its link, then it is deleted. */
  documentDays: z.int().min(1).max(365).default(14),
  /**
   * Days that a draft may be worked on; one that was not sent by then is deleted. Not longer than an
   * uploaded document is kept (the bucket's lifecycle).
   */
  draftDays: z.int().min(1).max(60).default(60),
  /** Years that the facts and the public record are kept. */
  evidenceYears: z.int().min(1).max(50).default(10),
  /**
   * Days that the logs of functions and doors are kept, of those that CloudWatch knows: long enough to look
   * into what a sender reports after a whole signing window.
   */
  logDays: z.literal(LOG_DAYS).default(90),
});

/**
 * What the certificate of authenticity tells each party of the others. The ledger keeps all of it,
 * for a court.
 */
export const Certificate = z.strictObject({
  /**
   * E-mail addresses and telephone numbers on the page. Each signer's own certificate, which a PDF
   * reader shows, names the whole e-mail address to which the code went, unless they are hidden.
   */
  contacts: z.enum(['masked', 'hidden']).default('masked'),
  /** The IP address from which each party signed. */
  addresses: z.enum(['shown', 'masked', 'hidden']).default('masked'),
});

/** What the public record shows anyone with a document's code, besides dates, hashes and masked names. */
export const PublicRecord = z.strictObject({
  /** Helps to see that a paper is not the document of its code; but then the title is no secret. */
  title: z.enum(['shown', 'hidden']).default('hidden'),
});

/** A copy of each finished file and its ledger under Object Lock. No *conservazione a norma*. */
export const Archive = z.strictObject({
  years: z.int().min(1).max(50),
  /**
   * S3 Object Lock's mode. `governance`: a principal with `s3:BypassGovernanceRetention` may still
   * delete; `compliance`: not even the account's root may before the retention ends.
   */
  mode: z.enum(['governance', 'compliance']).default('governance'),
});
