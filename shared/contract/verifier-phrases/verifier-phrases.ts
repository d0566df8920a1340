import type { PublicRecord } from '../verifier.ts';

/** Why the verifier answers what it does, each with the verdict that it explains. */
export type VerdictReason =
  | 'authentic'
  | 'altered'
  | 'unknownCode'
  | 'unknownFile'
  | 'open'
  | 'stopped';

/** What one language says of the public record. */
export interface VerifierPhrases {
  readonly title: string;
  /** Over the record of a signed document, before any file was checked. */
  readonly onRecord: string;
  /** A code can be copied onto a forged paper: what is to be done before it is relied on. */
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
  /** Until when the document stays, while it does. */
  readonly available: string;
  /** Since when it is gone. */
  readonly removed: string;
  readonly stillVerifiable: string;
  readonly signers: string;
  /** Before an instant. */
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
  /** At an address that leads to no page. */
  readonly nowhere: string;
  readonly nowhereHint: string;
  readonly askCode: string;
  readonly codeHint: string;
  readonly show: string;
  readonly details: string;
  /** What a reader without script misses. */
  /** Where the page’s script does not run. */
  readonly needsScript: string;
}
