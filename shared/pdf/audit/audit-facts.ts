import type { Language } from '../../domain/envelope/party.ts';

export interface AuditedParty {
  readonly name: string;
  readonly role: 'director' | 'client';
  /** Masked (`m•••@example.com`). */
  readonly channel: { readonly kind: 'email' | 'sms'; readonly masked: string };
}

export interface AuditedEntry {
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly sentence: string;
  /** The party's IP address, where the entry has one. */
  readonly address?: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Content of an audit page. Hashes are SHA-256 in hexadecimal, instants ISO 8601. */
export interface AuditFacts {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  readonly company: string;
  readonly title: string;
  readonly envelopeId: string;
  readonly sender: string;
  readonly createdAt: string;
  readonly sentAt?: string;
  readonly deadline?: string;
  readonly originalSha256?: string;
  readonly sealedSha256?: string;
  readonly parties: readonly AuditedParty[];
  readonly entries: readonly AuditedEntry[];
}
