import type { LastDay } from '../envelope/deadline.ts';
import type { Channel, Language, Party, PartyId } from '../envelope/party.ts';
import type { RemovedPart } from '../envelope/removed-part.ts';
import type { Field } from '../fields/field.ts';
import type { PageSize } from '../fields/field-layout.ts';
import type { Purpose } from '../secrets/code.ts';

/** The employee who owns the envelope, from the identity provider's token. */
export interface Owner {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

/** Groups the entries of one bulk hand-over: one administrator, one new owner, one `id`. */
export interface HandOverBatch {
  readonly id: string;
  readonly size?: number;
}

/** Deadline and reminders, in days of 24 hours after the invitation. */
export interface Schedule {
  readonly deadlineDays: number;
  /** Takes precedence over `deadlineDays`, which then holds the distance at the time of sending. */
  readonly lastDay?: LastDay;
  readonly reminderDays: readonly number[];
}

/** A stored PDF. Revision 0 comes from intake; each later one appends to its predecessor. */
export interface Revision {
  readonly number: number;
  readonly key: string;
  readonly sha256: string;
  readonly length: number;
}

export type SignatureMethod = 'typed' | 'drawn' | 'image';
/** How the page showed the document: rendered, or offered as a PDF. */
export type Shown = 'drawn' | 'pdf';
/**
 * Kinds of messages. `copy`: mail to a party reached by text message. `warning`: tells the sender that
 * another message failed or what a party reported.
 */
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
/** The message bounced, is delayed, or was marked as spam. */
export const FAILURE_KINDS = ['failed', 'delayed', 'complaint'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];
/** What a party may report to the sender without a code; the envelope's state does not change. */
export const REPORTS = ['not-mine', 'locked'] as const;
export type Report = (typeof REPORTS)[number];

/** Reason of a permanent failure at sending: the address or number does not exist. */
export const UNDELIVERABLE = 'undeliverable';

/** Reason of a temporary failure at sending; it is retried. */
export const NOT_SENT_YET = 'not sent yet';

export interface AcceptedDocument {
  readonly upload: string;
  /** The upload requested last counts, in whichever order uploads are checked. */
  readonly requestedAt?: string;
  readonly name: string;
  readonly key: string;
  readonly sha256: string;
  readonly length: number;
  readonly pages: readonly PageSize[];
  readonly removed: readonly RemovedPart[];
}

/** How the party was authenticated before signing. Instants are ISO 8601 in UTC. */
export interface Confirmation {
  readonly channel: string;
  readonly codeSentAt: string;
  readonly confirmedAt: string;
}

/**
 * The data of each entry type. Field values and images are stored beside the document and deleted with it;
 * the ledger holds only their SHA-256.
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
  /** On the first visit; again with `shown` once the page has shown the document. */
  opened: { party: PartyId; documentSha256?: string; shown?: Shown };
  consented: { party: PartyId; version: string; language: Language; sha256: string };
  /** `purpose` is absent in entries of the first releases and then means `sign`. */
  'code.sent': { party: PartyId; channel: string; purpose?: Purpose };
  'code.wrong': { party: PartyId; triesLeft: number; purpose?: Purpose };
  /** `codeSentAt` identifies the code; absent in entries of the first releases. */
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
    /** Where the copy of the signed document goes, if a party reached by text message gave an address. */
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
   * Done by the administrator named `by`; all later entries belong to the new owner. `batch` groups a bulk
   * hand-over of `size` envelopes, or of all of the owner's if it has no size. Earlier releases wrote
   * neither.
   */
  'owner.changed': { owner: Owner; by?: string; batch?: HandOverBatch };
  expired: Record<string, never>;
  failed: { stage: 'prepare' | 'seal'; code: string };
  completed: { file: Revision; beforeSeal: Revision; ledgerHead: string };
  /** `copy`: masked address of the party's copy, sent besides the message to its channel. */
  delivered: { to: PartyId | 'sender'; attached: boolean; copy?: string };
  'delivery.failed': {
    to: PartyId | 'sender';
    notice: Notice;
    /** The provider's category, never its message text, which may contain the contact. */
    reason: string;
    /** Occasion of the message, if sending it failed. */
    occasion?: string;
    /** This and the following are absent in entries of earlier releases. */
    kind?: FailureKind;
    /** The party's round when the message was sent. */
    round?: number;
    /** Id of the sent message, from its tags. */
    message?: string;
  };
  /** The workflow execution of that number ended too early; `restarted` names the one that replaces it. */
  stalled: { execution: number };
  restarted: { execution: number };
  purged: Record<string, never>;
  /** On a person's request, for a document without signatures; hidden from then on. */
  erased: Record<string, never>;
}

export type EntryType = keyof EntryData;
