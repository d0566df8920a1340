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

/** A template and its version, as they were when an envelope was made from it. */
export interface UsedTemplate {
  readonly id: string;
  readonly version: number;
  /** Absent unless it is a row of a file that was sent to many. */
  readonly batch?: { readonly id: string; readonly row: number };
}

/** Pairs of another system, for its own use. */
export type Metadata = Readonly<Record<string, string>>;

/** What the system that created an envelope calls it. */
export interface External {
  readonly externalId?: string | undefined;
  readonly metadata?: Metadata | undefined;
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
  readonly created: {
    readonly title: string;
    readonly language: Language;
    readonly message?: string;
    readonly parties: readonly Party[];
    readonly owner: Owner;
    readonly schedule: Schedule;
    readonly documentDays: number;
    /** The template that it was made from, if any. */
    readonly template?: UsedTemplate;
    /** Of the system that created it. Earlier releases keep and do not show them. */
    readonly externalId?: string | undefined;
    readonly metadata?: Metadata | undefined;
  };
  readonly edited: {
    readonly title: string;
    readonly language: Language;
    readonly message?: string;
    readonly parties: readonly Party[];
    readonly schedule: Schedule;
  };
  readonly 'document.accepted': AcceptedDocument;
  readonly 'document.refused': {
    readonly upload: string;
    readonly requestedAt?: string;
    readonly name: string;
    readonly code: string;
    readonly detail?: Record<string, string | number>;
  };
  readonly placed: { readonly fields: readonly Field[] };
  readonly filled: {
    readonly key: string;
    readonly sha256: string;
    readonly fields: readonly string[];
  };
  readonly discarded: Record<string, never>;
  readonly sent: { readonly deadline: string };
  readonly prepared: { readonly revision: Revision; readonly certificatePages: number };
  readonly invited: {
    readonly party: PartyId;
    readonly notice: 'invitation' | 'reminder';
    readonly occasion?: string;
  };
  /** On the first visit; again with `shown` once the page has shown the document. */
  readonly opened: {
    readonly party: PartyId;
    readonly documentSha256?: string;
    readonly shown?: Shown;
  };
  readonly consented: {
    readonly party: PartyId;
    readonly version: string;
    readonly language: Language;
    readonly sha256: string;
  };
  /** `purpose` is absent in entries of the first releases and then means `sign`. */
  readonly 'code.sent': {
    readonly party: PartyId;
    readonly channel: string;
    readonly purpose?: Purpose;
  };
  readonly 'code.wrong': {
    readonly party: PartyId;
    readonly triesLeft: number;
    readonly purpose?: Purpose;
  };
  /** `codeSentAt` identifies the code; absent in entries of the first releases. */
  readonly 'code.right': {
    readonly party: PartyId;
    readonly documentSha256: string;
    readonly purpose?: Purpose;
    readonly codeSentAt?: string;
  };
  readonly signed: {
    readonly party: PartyId;
    readonly documentSha256: string;
    readonly confirmation: Confirmation;
    readonly method: SignatureMethod;
    readonly submission: { readonly key: string; readonly sha256: string };
    readonly stamp: boolean;
    /** Where the copy of the signed document goes, if a party reached by text message gave an address. */
    readonly copyAddress?: string;
  };
  readonly appended: { readonly party: PartyId; readonly revision: Revision };
  readonly reported: { readonly party: PartyId; readonly about: Report };
  readonly declined: {
    readonly party: PartyId;
    readonly reason: string;
    readonly confirmation?: Confirmation;
  };
  readonly voided: { readonly reason: string };
  readonly reminded: { readonly party: PartyId };
  readonly 're-sent': { readonly party: PartyId };
  readonly 'contact.corrected': { readonly party: PartyId; readonly channel: Channel };
  /**
   * Done by the administrator named `by`; all later entries belong to the new owner. `batch` groups a bulk
   * hand-over of `size` envelopes, or of all of the owner's if it has no size. Earlier releases wrote
   * neither.
   */
  readonly 'owner.changed': {
    readonly owner: Owner;
    readonly by?: string;
    readonly batch?: HandOverBatch;
  };
  readonly expired: Record<string, never>;
  readonly failed: { readonly stage: 'prepare' | 'seal'; readonly code: string };
  readonly completed: {
    readonly file: Revision;
    readonly beforeSeal: Revision;
    readonly ledgerHead: string;
  };
  /** `copy`: masked address of the party's copy, sent besides the message to its channel. */
  readonly delivered: {
    readonly to: PartyId | 'sender';
    readonly attached: boolean;
    readonly copy?: string;
  };
  readonly 'delivery.failed': {
    readonly to: PartyId | 'sender';
    readonly notice: Notice;
    /** The provider's category, never its message text, which may contain the contact. */
    readonly reason: string;
    /** Occasion of the message, if sending it failed. */
    readonly occasion?: string;
    /** This and the following are absent in entries of earlier releases. */
    readonly kind?: FailureKind;
    /** The party's round when the message was sent. */
    readonly round?: number;
    /** Id of the sent message, from its tags. */
    readonly message?: string;
  };
  /** The workflow execution of that number ended too early; `restarted` names the one that replaces it. */
  readonly stalled: { readonly execution: number };
  readonly restarted: { readonly execution: number };
  readonly purged: Record<string, never>;
  /** On a person's request, for a document without signatures; hidden from then on. */
  readonly erased: Record<string, never>;
}

export type EntryType = keyof EntryData;
