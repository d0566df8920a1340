import type { Envelope } from '../domain/envelope/envelope.ts';
import type { Channel, Language, PartyId } from '../domain/envelope/party.ts';
import type { FailureKind, Notice } from '../domain/ledger/entries.ts';
import type { Purpose } from '../domain/secrets/code.ts';

/** How the company shows itself in messages. The address has no slash at the end. */
/** Messages of whose failure the sender is told; a failed warning is told to nobody. */
export type ToldNotice = Exclude<Notice, 'warning'>;

export interface Brand {
  readonly company: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly appUrl: string;
  /** IANA time zone in which times are written. */
  readonly timeZone: string;
}

interface BrandVariables {
  readonly COMPANY_NAME: string;
  readonly COMPANY_COLOUR: string;
  readonly APP_URL: string;
  readonly TIME_ZONE: string;
}

export const brandOf = (env: BrandVariables): Brand => ({
  company: env.COMPANY_NAME,
  colour: env.COMPANY_COLOUR,
  appUrl: env.APP_URL,
  timeZone: env.TIME_ZONE,
});

/** In the console, where only its sender and administrators see it. */
export const requestUrl = ({ appUrl }: Pick<Brand, 'appUrl'>, envelopeId: string): string =>
  `${appUrl}/console#/envelopes/${envelopeId}`;

/** All that the reader may see there. */
export const listUrl = ({ appUrl }: Pick<Brand, 'appUrl'>): string => `${appUrl}/console#/`;

/** Who a message goes to: a party, or the employee who sent the envelope. */
export interface Recipient {
  readonly id: PartyId | 'sender';
  readonly name: string;
  readonly channel: Channel;
  readonly language: Language;
  /** Of a party: a message of a former round says nothing of the present contact. */
  readonly round?: number;
}

export type MailRecipient = Recipient & {
  readonly channel: Extract<Channel, { kind: 'email' }>;
};

/** The employee who sent the envelope, reached by e-mail in its language. */
export const senderOf = ({ owner, language }: Envelope): MailRecipient => ({
  id: 'sender',
  name: owner.name,
  channel: { kind: 'email', address: owner.email },
  language,
});

/** What every message may say. */
export interface Common {
  readonly company: string;
  /** The employee's name. */
  readonly sender: string;
  readonly title: string;
  readonly recipient: string;
  /** The recipient is that employee, who also signs or gets the outcome: nobody asks anything of themselves. */
  readonly isSender?: boolean;
  /** Where the sender, and nobody else, finds the request. */
  readonly requestUrl?: string;
}

interface Due {
  readonly link: string;
  readonly deadline: string;
  /** `deadline` for a text message. */
  readonly deadlineBrief: string;
}

/** What each kind of message says besides. Instants are written out for people. */
export interface NoticeFacts {
  readonly invitation: Due & { readonly message?: string };
  readonly reminder: Due;
  readonly code: { readonly code: string; readonly purpose: Purpose; readonly minutes: number };
  /** To the sender: who holds the link of `by`, sent to `channel`, says that it is not for them. */
  readonly notMine: { readonly by: string; readonly channel: string };
  /** To the sender: `by` can get no more codes. */
  readonly locked: { readonly by: string; readonly channel: string };
  /** To whom an administrator, its `sender`, hands over requests of which this is one, or the first. */
  readonly handedOver: {
    readonly sender: string;
    /** Whose it was. */
    readonly from: string;
    readonly many: number | 'all';
    /** Of several: it takes the place of `requestUrl`. */
    readonly listUrl?: string;
  };
  readonly completed: {
    readonly link: string;
    readonly until: string;
    /** `until` for a text message. */
    readonly untilBrief: string;
    /** How long the document stays after it was completed: "14 days". */
    readonly days: string;
    readonly verifyUrl: string;
    readonly attached: boolean;
  };
  /** To the further address that a party reached by text message gave; `number` is masked. */
  readonly copy: { readonly attached: boolean; readonly until: string; readonly number: string };
  readonly declined: { readonly by: string; readonly reason?: string };
  readonly voided: { readonly reason: string };
  readonly expired: { readonly deadline: string };
  readonly failed: { readonly reason?: string };
  readonly undelivered: Undelivered;
}

/** To the sender: a message of hers failed. `contact` as people write it. */
interface Undelivered {
  readonly name: string;
  readonly contact: string;
  readonly about: {
    readonly kind: Exclude<FailureKind, 'delayed'>;
    readonly notice: ToldNotice;
    /** What is left to do; `wait`, since the party was written to anew. */
    readonly next: 'reach' | 'wait' | 'handOver' | 'tell';
  };
}

export type NoticeKind = keyof NoticeFacts;
/** These go to the sender alone, or where a mail was asked for, so never by text message. */
type MailNotice = 'undelivered' | 'notMine' | 'locked' | 'handedOver' | 'copy';
export type PartyNotice = Exclude<NoticeKind, MailNotice>;

/** A mail's content, before it is laid out as HTML and as plain text. */
export interface Letter {
  readonly subject: string;
  /** What a mailbox shows beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Someone else's words, shown as theirs. */
  readonly quote?: { readonly by: string; readonly text: string };
  readonly code?: string;
  readonly button?: { readonly label: string; readonly url: string };
  readonly link?: { readonly label: string; readonly url: string };
  readonly notes: readonly string[];
}

/** A language's words. A missing one does not compile. */
export interface Phrases {
  readonly letters: {
    readonly [K in NoticeKind]: (facts: Common & NoticeFacts[K]) => Letter;
  };
  /** Text messages: short, one thought, the link last. */
  readonly texts: {
    readonly invitation: (facts: Common & NoticeFacts['invitation']) => string;
    readonly reminder: (facts: Common & NoticeFacts['reminder']) => string;
    readonly code: (facts: Common & NoticeFacts['code']) => string;
    readonly completed: (facts: Common & NoticeFacts['completed']) => string;
    readonly stopped: (facts: Common) => string;
  };
  readonly greeting: (name: string) => string;
  /** On the button that leads the sender to the request. */
  readonly openRequest: string;
  /** Introduces the bare address of the button. */
  readonly addressHint: string;
  readonly footer: (facts: Common) => string;
}
