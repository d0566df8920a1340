import type { PublicRecord } from '../verifier.ts';

/** Reason of a verdict. */
export type VerdictReason =
  | 'authentic'
  | 'altered'
  | 'unknownCode'
  | 'unknownFile'
  | 'open'
  | 'stopped';

/** One language's texts of the verify page. */
export interface VerifierPhrases {
  readonly title: string;
  /** Above the record of a signed document before a file is checked. */
  readonly onRecord: string;
  /** Warns that a code can be copied onto a forged document, and says what to check. */
  readonly notYetProof: string;
  readonly documentTitle: string;
  readonly reasons: Readonly<Record<VerdictReason, string>>;
  readonly status: Readonly<Record<PublicRecord['status'], string>>;
  readonly role: Readonly<Record<PublicRecord['signers'][number]['role'], string>>;
  readonly code: string;
  readonly company: string;
  readonly created: string;
  readonly sent: string;
  readonly closed: string;
  /** Until when the document can be downloaded. */
  readonly available: string;
  /** Since when the document is removed. */
  readonly removed: string;
  readonly stillVerifiable: string;
  readonly signers: string;
  /** Followed by an instant. */
  readonly signed: string;
  readonly waiting: string;
  readonly notSigned: string;
  readonly size: string;
  readonly bytes: string;
  readonly fingerprint: string;
  readonly compare: string;
  readonly authority: string;
  readonly names: string;
  readonly unknown: string;
  readonly unknownHint: string;
  /** On the 404 page. */
  readonly nowhere: string;
  readonly nowhereHint: string;
  readonly askCode: string;
  readonly codeHint: string;
  readonly show: string;
  readonly details: string;
  /** Shown if scripts are disabled. */
  readonly needsScript: string;
}
