import type { LastDay } from '../envelope/deadline.ts';
import type { Channel, Language, Party, PartyId } from '../envelope/party.ts';
import type { RemovedPart } from '../envelope/removed-part.ts';
import type { Field } from '../fields/field.ts';
import type { PageSize } from '../fields/field-layout.ts';
import type { Purpose } from '../secrets/code.ts';

/** The employee who made the envelope, as the identity provider names them. */
export interface Owner {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

/** `id` is the same in each entry of what is handed over together, by one administrator to one person. */
export interface HandOverBatch {
  readonly id: string;
  readonly size?: number;
}

/** How long an envelope may wait and when it reminds; days are 24 hours from the invitation. */
export interface Schedule {
  readonly deadlineDays: number;
  /** Where the sender chose a day: it counts, and `deadlineDays` says how far away it was then. */
  readonly lastDay?: LastDay;
  readonly reminderDays: readonly number[];
}

/** A PDF under `key`: revision 0 comes from intake, each further one is appended to the one before. */
export interface Revision {
  readonly number: number;
  readonly key: string;
  readonly sha256: string;
  readonly length: number;
}

export type SignatureMethod = 'typed' | 'drawn' | 'image';
/** How a party's page showed the document: drawn on the page, or handed over as a PDF. */
export type Shown = 'drawn' | 'pdf';
/** What a message was about; a `copy` is the mail to a party reached by text message, a `warning` tells the sender that another one failed, or what a party reports. */
export const NOTICES = [
  'invitation',
  'reminder',
  'code',
  'delivery',
  'copy',
  'notice',
  'warning',
] as const;
export type Notice = (typeof NOTICES)[number];
/** A message did not arrive, may still arrive, or was marked as spam where it did. */
export const FAILURE_KINDS = ['failed', 'delayed', 'complaint'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];
/**
 * What whoever holds a party's link tells the sender, without a code and without any effect on the
 * envelope: that it is not for them, or that no more codes can be sent.
 */
export const REPORTS = ['not-mine', 'locked'] as const;
export type Report = (typeof REPORTS)[number];

/** The reason of a failure that the channel told at once, for good: such an address or number is none. */
export const UNDELIVERABLE = 'undeliverable';

/** The reason of a failure that may pass: the message is tried again. */
export const NOT_SENT_YET = 'not sent yet';

export interface AcceptedDocument {
  readonly upload: string;
  /** Of two uploads the one that was asked for later counts, whichever was checked first. */
  readonly requestedAt?: string;
  readonly name: string;
  readonly key: string;
  readonly sha256: string;
  readonly length: number;
  readonly pages: readonly PageSize[];
  readonly removed: readonly RemovedPart[];
}

/** How the party was confirmed before signing. Instants are ISO 8601 in UTC. */
export interface Confirmation {
  readonly channel: string;
  readonly codeSentAt: string;
  readonly confirmedAt: string;
}

/**
 * The data of every kind of entry. Values and images are never here, only their SHA-256: they lie
 * beside the document and go with it.
 */
export interface EntryData {
  created: {
    title: string;
    language: Language;
    message?: string;
    parties: readonly Party[];
    owner: Owner;
    schedule: Schedule;
    documentDays: number;
  };
  edited: {
    title: string;
    language: Language;
    message?: string;
    parties: readonly Party[];
    schedule: Schedule;
  };
  'document.accepted': AcceptedDocument;
  'document.refused': {
    upload: string;
    requestedAt?: string;
    name: string;
    code: string;
    detail?: Record<string, string | number>;
  };
  placed: { fields: readonly Field[] };
  filled: { key: string; sha256: string; fields: readonly string[] };
  discarded: Record<string, never>;
  sent: { deadline: string };
  prepared: { revision: Revision; certificatePages: number };
  invited: { party: PartyId; notice: 'invitation' | 'reminder'; occasion?: string };
  /** The first look; once more with `shown` when the page has shown the document. */
  opened: { party: PartyId; documentSha256?: string; shown?: Shown };
  consented: { party: PartyId; version: string; language: Language; sha256: string };
  /** Of a code without `purpose` it is `sign`: so were all before there were two. */
  'code.sent': { party: PartyId; channel: string; purpose?: Purpose };
  'code.wrong': { party: PartyId; triesLeft: number; purpose?: Purpose };
  /** `codeSentAt` says which code it was; entries of the first releases do not. */
  'code.right': {
    party: PartyId;
    documentSha256: string;
    purpose?: Purpose;
    codeSentAt?: string;
  };
  signed: {
    party: PartyId;
    documentSha256: string;
    confirmation: Confirmation;
    method: SignatureMethod;
    submission: { key: string; sha256: string };
    stamp: boolean;
    /** Of a party reached by text message, if it gave one: where a copy of the signed document goes. */
    copyAddress?: string;
  };
  appended: { party: PartyId; revision: Revision };
  reported: { party: PartyId; about: Report };
  declined: { party: PartyId; reason: string; confirmation?: Confirmation };
  voided: { reason: string };
  reminded: { party: PartyId };
  're-sent': { party: PartyId };
  'contact.corrected': { party: PartyId; channel: Channel };
  /**
   * By an administrator, whose name is `by`; entries after it are of this owner's envelope. `batch`: handed over
   * together with others, `size` in all, or with all others of its owner. Neither is in entries of former versions.
   */
  'owner.changed': { owner: Owner; by?: string; batch?: HandOverBatch };
  expired: Record<string, never>;
  failed: { stage: 'prepare' | 'seal'; code: string };
  completed: { file: Revision; beforeSeal: Revision; ledgerHead: string };
  /** With `copy`, masked: where the party's copy went, beside the message by its own channel. */
  delivered: { to: PartyId | 'sender'; attached: boolean; copy?: string };
  'delivery.failed': {
    to: PartyId | 'sender';
    notice: Notice;
    /** The provider's category, never its text, which may hold a contact. */
    reason: string;
    /** Of the message, where its sending failed. */
    occasion?: string;
    /** Not in entries of former versions, nor are the following ones. */
    kind?: FailureKind;
    /** The party's when the message was sent. */
    round?: number;
    /** Names a message that was sent, as its tags do. */
    message?: string;
  };
  /** The workflow's execution of that number ended too early; a further one was started. */
  stalled: { execution: number };
  restarted: { execution: number };
  purged: Record<string, never>;
  /** On a person's request, of a document that nobody has signed: nothing is told of it any more. */
  erased: Record<string, never>;
}

export type EntryType = keyof EntryData;
