import type { Envelope } from '../domain/envelope/envelope.ts';
import type { Channel, Language, PartyId } from '../domain/envelope/party.ts';
import type { FailureKind, Notice } from '../domain/ledger/entries.ts';
import type { Purpose } from '../domain/secrets/code.ts';

/** Messages whose failure is reported to the sender; a failed warning is not. */
export type ReportedNotice = Exclude<Notice, 'warning'>;

/** The company's branding in messages; `appUrl` has no trailing slash. */
export interface Brand {
  readonly company: string;
  /** `#rrggbb`. */
  readonly colour: string;
  readonly appUrl: string;
  /** IANA time zone of displayed times. */
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

/** URL of the envelope in the console, accessible to its owner and administrators. */
export const requestUrl = ({ appUrl }: Pick<Brand, 'appUrl'>, envelopeId: string): string =>
  `${appUrl}/console#/envelopes/${envelopeId}`;

/** URL of the console's list. */
export const listUrl = ({ appUrl }: Pick<Brand, 'appUrl'>): string => `${appUrl}/console#/`;

/** URL of the console's webhooks. */
export const webhooksUrl = ({ appUrl }: Pick<Brand, 'appUrl'>): string =>
  `${appUrl}/console#/webhooks`;

/** Recipient of a message: a party, or the employee who sent the envelope. */
export interface Recipient {
  readonly id: PartyId | 'sender';
  readonly name: string;
  readonly channel: Channel;
  readonly language: Language;
  /** For a party: failures of messages of an earlier round do not concern the current contact. */
  readonly round?: number;
}

export type MailRecipient = Recipient & {
  readonly channel: Extract<Channel, { kind: 'email' }>;
};

/** The employee who sent the envelope, by e-mail, in the envelope's language. */
export const senderOf = ({ owner, language }: Envelope): MailRecipient => ({
  id: 'sender',
  name: owner.name,
  channel: { kind: 'email', address: owner.email },
  language,
});

/** Facts available to every message. */
export interface Common {
  readonly company: string;
  /** The employee's name. */
  readonly sender: string;
  readonly title: string;
  readonly recipient: string;
  /** The recipient is that employee, who is also a party. */
  readonly isSender?: boolean;
  /** Only for the sender. */
  readonly requestUrl?: string;
}

interface Due {
  readonly link: string;
  readonly deadline: string;
  /** `deadline` in short form, for text messages. */
  readonly deadlineBrief: string;
}

/** Facts per kind of message. Instants are formatted for people. */
export interface NoticeFacts {
  readonly invitation: Due & { readonly message?: string };
  readonly reminder: Due;
  readonly code: { readonly code: string; readonly purpose: Purpose; readonly minutes: number };
  /** To the sender: the holder of the link for `by`, sent to `channel`, reported "not for me". */
  readonly notMine: { readonly by: string; readonly channel: string };
  /** To the sender: `by` has used up the codes of its round. */
  readonly locked: { readonly by: string; readonly channel: string };
  /**
   * To the new owner: `sender`, an administrator, handed over this envelope, or a batch of which it is the
   * first.
   */
  readonly handedOver: {
    readonly sender: string;
    /** Name of the former owner. */
    readonly from: string;
    readonly many: number | 'all';
    /** For a batch; replaces `requestUrl`. */
    readonly listUrl?: string;
  };
  /** To whoever registered a webhook that was switched off by itself. */
  readonly webhookOff: {
    readonly host: string;
    /** It answered that it wants no more; otherwise it failed for days. */
    readonly isGone: boolean;
    readonly since: string;
    readonly listUrl: string;
  };
  readonly completed: {
    readonly link: string;
    readonly until: string;
    /** `until` in short form, for text messages. */
    readonly untilBrief: string;
    /** How long the document stays available: "14 days". */
    readonly days: string;
    readonly verifyUrl: string;
    readonly attached: boolean;
  };
  /** To the additional address of a party reached by text message; `number` is masked. */
  readonly copy: { readonly attached: boolean; readonly until: string; readonly number: string };
  readonly declined: { readonly by: string; readonly reason?: string };
  readonly voided: { readonly reason: string };
  readonly expired: { readonly deadline: string };
  readonly failed: { readonly reason?: string };
  readonly undelivered: Undelivered;
}

/** To the sender: a message failed. `contact` is formatted for people. */
interface Undelivered {
  readonly name: string;
  readonly contact: string;
  readonly about: {
    readonly kind: Exclude<FailureKind, 'delayed'>;
    readonly notice: ReportedNotice;
    /** What the sender can do; `wait`: another message has been sent to the party. */
    readonly next: 'reach' | 'wait' | 'handOver' | 'tell';
  };
}

export type NoticeKind = keyof NoticeFacts;
/** Never sent as text messages: these go to the sender, or to an additional mail address. */
type MailNotice = 'undelivered' | 'notMine' | 'locked' | 'handedOver' | 'webhookOff' | 'copy';
export type PartyNotice = Exclude<NoticeKind, MailNotice>;

/** A mail's content before layout. */
export interface Letter {
  readonly subject: string;
  /** Preheader: what mailboxes show beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Quoted text of another person. */
  readonly quote?: { readonly by: string; readonly text: string };
  readonly code?: string;
  readonly button?: { readonly label: string; readonly url: string };
  readonly link?: { readonly label: string; readonly url: string };
  readonly notes: readonly string[];
}

/** All texts of a language. */
export interface Phrases {
  readonly letters: {
    readonly [K in NoticeKind]: (facts: Common & NoticeFacts[K]) => Letter;
  };
  /** Text messages: short, with the link last. */
  readonly texts: {
    readonly invitation: (facts: Common & NoticeFacts['invitation']) => string;
    readonly reminder: (facts: Common & NoticeFacts['reminder']) => string;
    readonly code: (facts: Common & NoticeFacts['code']) => string;
    readonly completed: (facts: Common & NoticeFacts['completed']) => string;
    readonly stopped: (facts: Common) => string;
  };
  readonly greeting: (name: string) => string;
  /** Label of the button that opens the envelope in the console. */
  readonly openRequest: string;
  /** Introduces the plain URL below the button. */
  readonly addressHint: string;
  readonly footer: (facts: Common) => string;
}
