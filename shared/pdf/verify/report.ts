import type { RevocationProof } from '../../pki/revocation/revocation-check.ts';
import type { Claim } from '../claim/claim.ts';

export type Verdict = 'authentic' | 'altered' | 'unknown';

/** Every reason: its verdict, and a sentence for laypeople. */
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
  /** English, for laypeople. */
  readonly sentence: string;
  /** English, for experts. */
  readonly detail?: string;
}

export interface SignatureReport {
  readonly kind: 'party' | 'seal' | 'timestamp';
  /** Full field name. */
  readonly field: string;
  /** Common name in the certificate. */
  readonly signer: string;
  /** Time of the timestamp, ISO 8601. */
  readonly at: string;
  /** Number of bytes covered, from the start of the file. */
  readonly covers: number;
  readonly certificate: CertificateReport;
  /** Issuers, nearest first, trusted root included. */
  readonly chain: readonly CertificateReport[];
  /** Proof that no certificate of the path below the root was revoked, from the signer's upwards. */
  readonly revocation: readonly RevocationReport[];
  /** Common name of the timestamp's authority; for a document timestamp, its own. */
  readonly timestampedBy?: string;
}

export interface RevocationReport {
  readonly subject: string;
  readonly by: RevocationProof['by'];
  /** When the list or response was issued, ISO 8601. */
  readonly at?: string;
}

/** One appended revision. */
export interface RevisionReport {
  /** Offsets: first byte, and the byte after the last. */
  readonly start: number;
  readonly end: number;
  readonly kind: SignatureReport['kind'] | 'data';
  /** What it wrote, in English for experts. */
  readonly changes: readonly string[];
  readonly allowed: boolean;
}

export interface CertificateReport {
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** ISO 8601. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** SHA-256 of the DER, hexadecimal. */
  readonly sha256: string;
}

export interface Report {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** SHA-256 of the whole file, hexadecimal. */
  readonly sha256: string;
  readonly length: number;
  /** SHA-256 of the file when it was closed, before later renewals; hexadecimal. */
  readonly closedSha256: string;
  readonly envelopeId?: string;
  readonly claim?: Claim;
  readonly signatures: readonly SignatureReport[];
  /** Revisions appended after intake, oldest first; empty if the file is not ours. */
  readonly revisions: readonly RevisionReport[];
  /** Signatures of other software, if the file is a PDF that is not ours. */
  readonly foreignSignatures: readonly ForeignSignature[];
}

/** A signature in a PDF that is not ours. */
export interface ForeignSignature {
  /** Common names; undefined if unreadable. */
  readonly signer?: string;
  readonly issuer?: string;
  /** Whether the signature is valid for the bytes that it covers; trust is not judged. */
  readonly verdict: 'right' | 'wrong' | 'unreadable';
  /** Number of bytes covered, from the start of the file. */
  readonly covers: number;
  /** Whether that is the whole file. */
  readonly whole: boolean;
}

/** Ends the verification with a reason other than `authentic`. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
  readonly code: ReasonCode;

  constructor(code: ReasonCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Message of whatever was thrown, for experts. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
