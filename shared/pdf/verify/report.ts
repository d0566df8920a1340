import type { RevocationProof } from '../../pki/revocation/revocation-check.ts';
import type { Claim } from '../claim/claim.ts';

export type Verdict = 'authentic' | 'altered' | 'unknown';

/** Every reason, the verdict that it leads to, and what it means to a layman. */
export const REASONS = {
  authentic: [
    'authentic',
    'Every signature is right, and nothing was changed after the company sealed the document.',
  ],
  hash_differs: ['altered', 'The file is not the one on record for this code.'],
  appended: ['altered', 'Something was added at the end of the file after it was sealed.'],
  file_end: ['altered', 'The file does not end where it should: something was added or cut off.'],
  structure: [
    'altered',
    'The file is damaged or was rebuilt: its parts are not where they should be.',
  ],
  byte_range: ['altered', 'A signature does not cover the whole file as it was when it was made.'],
  signature_wrong: ['altered', 'A signature does not match the file.'],
  timestamp_wrong: ['altered', 'A timestamp does not match what it should confirm.'],
  certificate_wrong: ['altered', 'A certificate was not valid when the signature was made.'],
  certificate_revoked: ['altered', 'A certificate had been revoked when the signature was made.'],
  revocation_unknown: [
    'altered',
    'Nothing in the file says whether a certificate was still good when the signature was made.',
  ],
  change_not_allowed: ['altered', 'Something was changed that nobody may change after signing.'],
  order: [
    'altered',
    'The signatures are not in the order in which this document was to be signed.',
  ],
  incomplete: [
    'altered',
    'The closing seal or timestamp is missing: the file was cut, or is not final.',
  ],
  claim_wrong: ['altered', 'What the seal says about the document is not true of this file.'],
  future: [
    'unknown',
    'A timestamp is from the future: its clock is wrong, or the one of this device.',
  ],
  not_pdf: ['unknown', 'This file is not a PDF.'],
  not_ours: ['unknown', 'This PDF carries no seal of Sigillo, so nothing can be said about it.'],
  untrusted: [
    'unknown',
    'The signatures come from an authority that is not the one to be trusted here.',
  ],
} as const satisfies Record<string, readonly [Verdict, string]>;

export type ReasonCode = keyof typeof REASONS;

export interface Reason {
  readonly code: ReasonCode;
  /** English, for a layman. */
  readonly sentence: string;
  /** English, for an expert. */
  readonly detail?: string;
}

export interface SignatureReport {
  readonly kind: 'party' | 'seal' | 'timestamp';
  /** Full field name. */
  readonly field: string;
  /** Common name of the certificate. */
  readonly signer: string;
  /** ISO 8601: what the timestamp says. */
  readonly at: string;
  /** The signature covers the first so many bytes of the file. */
  readonly covers: number;
  readonly certificate: CertificateReport;
  /** Its issuers, nearest first, up to and with the trusted root. */
  readonly chain: readonly CertificateReport[];
  /** What shows that none of the path had been revoked, from the certificate up to below the root. */
  readonly revocation: readonly RevocationReport[];
  /** Common name of the authority whose timestamp a signature holds; a timestamp is its own. */
  readonly timestampedBy?: string;
}

export interface RevocationReport {
  readonly subject: string;
  readonly by: RevocationProof['by'];
  /** ISO 8601: when the list or the response was made. */
  readonly at?: string;
}

/** One appended revision. */
export interface RevisionReport {
  /** Its bytes in the file: from `start` up to before `end`. */
  readonly start: number;
  readonly end: number;
  readonly kind: SignatureReport['kind'] | 'data';
  /** English, for an expert: what it wrote. */
  readonly changes: readonly string[];
  readonly allowed: boolean;
}

export interface CertificateReport {
  readonly subject: string;
  readonly issuer: string;
  /** Hex. */
  readonly serialNumber: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** SHA-256 of the DER, hex. */
  readonly sha256: string;
}

export interface Report {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Of the whole file, hex. */
  readonly sha256: string;
  readonly length: number;
  /** SHA-256 of the file as it was closed, hex: before its proof was renewed by whoever holds it. */
  readonly closedSha256: string;
  readonly envelopeId?: string;
  readonly claim?: Claim;
  readonly signatures: readonly SignatureReport[];
  /** What was appended to the document as intake left it, oldest first; none where it is not ours. */
  readonly revisions: readonly RevisionReport[];
  /** What others signed, where the file is a PDF and not ours. */
  readonly foreignSignatures: readonly ForeignSignature[];
}

/** A signature in a PDF that is not ours. */
export interface ForeignSignature {
  /** Common names; undefined where it cannot be read. */
  readonly signer?: string;
  readonly issuer?: string;
  /** Whether it is right for what it covers; whom to trust is not judged. */
  readonly verdict: 'right' | 'wrong' | 'unreadable';
  /** The first so many bytes of the file. */
  readonly covers: number;
  /** Whether these are all. */
  readonly whole: boolean;
}

/** What ends a verification before all is found right. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
  readonly code: ReasonCode;

  constructor(code: ReasonCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** What an expert is told of whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
