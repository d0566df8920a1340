import type { Language } from '../domain/party.ts';

/** One party's signature and how it came about. Instants are ISO 8601. */
export interface CertificateParty {
  name: string;
  role: 'director' | 'client';
  /** Where the code went, masked for others' eyes, such as `m•••@example.com`. */
  channel: { kind: 'email' | 'sms'; masked: string };
  method: 'typed' | 'drawn' | 'image';
  /** Whether the party also placed the company's stamp. */
  stamp: boolean;
  /** Left out where the company's configuration keeps addresses off the certificate. */
  ipAddress?: string;
  invitedAt?: string;
  openedAt?: string;
  consentedAt?: string;
  /** The code that was right: when it was sent, and how many were sent in all. */
  codeSentAt: string;
  codesSent: number;
  confirmedAt: string;
  signedAt: string;
}

/** Everything the certificate of authenticity says. Hashes are SHA-256 in hex. */
export interface CertificateFacts {
  language: Language;
  /** IANA name; Europe/Rome where it is left out. */
  timeZone?: string;
  company: string;
  title: string;
  envelopeId: string;
  /** Pages of the document, without the certificate. */
  pages: number;
  originalSha256: string;
  preparedSha256: string;
  /** The last revision before the seal: what the QR code's claim is about. */
  beforeSealSha256: string;
  ledgerHead: string;
  createdAt: string;
  sentAt: string;
  sealedAt: string;
  parties: readonly CertificateParty[];
  /** The address in the QR code, with the claim. */
  claimUrl: string;
  /** What a person without a camera types, such as `https://verify.example.com`. */
  verifierUrl: string;
}
