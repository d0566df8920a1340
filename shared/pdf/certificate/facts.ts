import type { Language } from '../../domain/envelope/party.ts';

/** Events of a party from invitation to signature, in display order. */
export const MOMENTS = [
  'invited',
  'undelivered',
  'misdirected',
  'reminded',
  'corrected',
  'invitedAgain',
  'opened',
  'consented',
  'codeSent',
  'codeWrong',
  'confirmed',
  'signed',
] as const;
export type MomentKind = (typeof MOMENTS)[number];

/** One kind of event: count, and time of the last one (ISO 8601). */
export interface CertificateMoment {
  readonly kind: MomentKind;
  readonly at: string;
  readonly times: number;
}

/** A party that is asked to sign. */
export interface NamedParty {
  readonly name: string;
  readonly role: 'director' | 'client';
}

/** A party's signature and the events before it. */
export interface CertificateParty extends NamedParty {
  /**
   * Contact to which the code was sent, masked (`m•••@example.com`); absent if the company hides contacts on
   * certificates.
   */
  readonly channel: { readonly kind: 'email' | 'sms'; readonly masked?: string };
  readonly method: 'typed' | 'drawn' | 'image';
  /** Whether the party also placed a stamp. */
  readonly stamp: boolean;
  /** Full or masked, as configured; absent if the company hides IP addresses. */
  readonly ipAddress?: string;
  /** In chronological order, each kind at most once, which bounds the space that a party needs. */
  readonly moments: readonly CertificateMoment[];
}

/** Certificate content known before signing. Hashes are SHA-256 in hexadecimal. */
export interface PrintedFacts {
  readonly language: Language;
  /** IANA time zone; default Europe/Rome. */
  readonly timeZone?: string;
  readonly company: string;
  readonly title: string;
  readonly envelopeId: string;
  /** Pages of the document without the certificate. */
  readonly pages: number;
  readonly originalSha256: string;
  readonly createdAt: string;
  readonly sentAt: string;
  readonly parties: readonly NamedParty[];
  /** Address printed for typing, for example `https://verify.example.com`. */
  readonly verifierUrl: string;
}

/** All content of the certificate of authenticity. */
export interface CertificateFacts extends PrintedFacts {
  readonly preparedSha256: string;
  /** Hash of the last revision before the seal, the subject of the QR code's claim. */
  readonly beforeSealSha256: string;
  readonly beforeSealLength: number;
  readonly ledgerHead: string;
  /** Number of ledger entries up to `ledgerHead`. */
  readonly ledgerEntries: number;
  readonly sealedAt: string;
  readonly parties: readonly CertificateParty[];
  /** Content of the QR code: URL with the claim. */
  readonly claimUrl: string;
}
