import type { Language } from '../../domain/envelope/party.ts';

/** What may happen to a party between the invitation and its signature, in the order of the telling. */
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

/** One kind of event: how often, and when for the last time (ISO 8601). */
export interface CertificateMoment {
  readonly kind: MomentKind;
  readonly at: string;
  readonly times: number;
}

/** Whose signature is asked for. */
export interface NamedParty {
  readonly name: string;
  readonly role: 'director' | 'client';
}

/** One party's signature and how it came about. */
export interface CertificateParty extends NamedParty {
  /**
   * Where the code went, masked for others' eyes, such as `m•••@example.com`. Left out where the
   * company's configuration keeps contacts off the certificate.
   */
  readonly channel: { readonly kind: 'email' | 'sms'; readonly masked?: string };
  readonly method: 'typed' | 'drawn' | 'image';
  /** Whether the party also placed the company's stamp. */
  readonly stamp: boolean;
  /** Whole or masked, as the company configures; left out where it keeps addresses off. */
  readonly ipAddress?: string;
  /** In order of time, each kind at most once: so the room that a party needs is known at intake. */
  readonly moments: readonly CertificateMoment[];
}

/** What the certificate says before anybody signs, and after. Hashes are SHA-256 in hex. */
export interface PrintedFacts {
  readonly language: Language;
  /** IANA name; Europe/Rome where it is left out. */
  readonly timeZone?: string;
  readonly company: string;
  readonly title: string;
  readonly envelopeId: string;
  /** Pages of the document, without the certificate. */
  readonly pages: number;
  readonly originalSha256: string;
  readonly createdAt: string;
  readonly sentAt: string;
  readonly parties: readonly NamedParty[];
  /** What a person without a camera types, such as `https://verify.example.com`. */
  readonly verifierUrl: string;
}

/** Everything the certificate of authenticity says. */
export interface CertificateFacts extends PrintedFacts {
  readonly preparedSha256: string;
  /** The last revision before the seal: what the QR code's claim is about. */
  readonly beforeSealSha256: string;
  readonly beforeSealLength: number;
  readonly ledgerHead: string;
  /** Entries of the ledger up to that head. */
  readonly ledgerEntries: number;
  readonly sealedAt: string;
  readonly parties: readonly CertificateParty[];
  /** The address in the QR code, with the claim. */
  readonly claimUrl: string;
}
