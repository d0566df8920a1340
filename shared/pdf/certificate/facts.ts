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
  kind: MomentKind;
  at: string;
  times: number;
}

/** Whose signature is asked for. */
export interface NamedParty {
  name: string;
  role: 'director' | 'client';
}

/** One party's signature and how it came about. */
export interface CertificateParty extends NamedParty {
  /**
   * Where the code went, masked for others' eyes, such as `m•••@example.com`. Left out where the
   * company's configuration keeps contacts off the certificate.
   */
  channel: { kind: 'email' | 'sms'; masked?: string };
  method: 'typed' | 'drawn' | 'image';
  /** Whether the party also placed the company's stamp. */
  stamp: boolean;
  /** Whole or masked, as the company configures; left out where it keeps addresses off. */
  ipAddress?: string;
  /** In order of time, each kind at most once: so the room that a party needs is known at intake. */
  moments: readonly CertificateMoment[];
}

/** What the certificate says before anybody signs, and after. Hashes are SHA-256 in hex. */
export interface PrintedFacts {
  language: Language;
  /** IANA name; Europe/Rome where it is left out. */
  timeZone?: string;
  company: string;
  title: string;
  envelopeId: string;
  /** Pages of the document, without the certificate. */
  pages: number;
  originalSha256: string;
  createdAt: string;
  sentAt: string;
  parties: readonly NamedParty[];
  /** What a person without a camera types, such as `https://verify.example.com`. */
  verifierUrl: string;
}

/** Everything the certificate of authenticity says. */
export interface CertificateFacts extends PrintedFacts {
  preparedSha256: string;
  /** The last revision before the seal: what the QR code's claim is about. */
  beforeSealSha256: string;
  beforeSealLength: number;
  ledgerHead: string;
  /** Entries of the ledger up to that head. */
  ledgerEntries: number;
  sealedAt: string;
  parties: readonly CertificateParty[];
  /** The address in the QR code, with the claim. */
  claimUrl: string;
}
