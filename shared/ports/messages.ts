import type { Notice } from '../domain/ledger/entries.ts';

/** Who sends a message, mail or text, so that two tasks at once send it once. `expiresAt`: seconds since 1970. */
export interface Claims {
  /** Undefined if nobody has ever begun to send it. Strongly consistent. */
  find(message: MessageId): Promise<ClaimState | undefined>;
  /**
   * Takes the sending of a message, so that nobody else sends it; says how it stands if that is not to
   * be had. A claim holds for `CLAIM_SECONDS`: whoever made it and died is succeeded then.
   */
  take(message: MessageId, claim: Claim, expiresAt: number): Promise<ClaimAnswer>;
  /** What became of a message that was claimed; `free` lets the next one claim it at once. */
  settle(
    message: MessageId,
    claim: Claim,
    state: 'sent' | 'undeliverable' | 'free',
    expiresAt: number,
  ): Promise<void>;
}

/** Text messages that went, by the id that their carrier gave. */
export interface SentTexts {
  put(messageId: string, text: SentText, expiresAt: number): Promise<void>;
  find(messageId: string): Promise<SentText | undefined>;
}

/** One message to one recipient. `occasion` tells it from all others that this recipient gets. */
export interface MessageId {
  readonly envelopeId: string;
  readonly to: string;
  readonly occasion: string;
}

/** `by` is random, so that a claim whose answer was lost is known again. `at`: ms since 1970. */
export interface Claim {
  readonly by: string;
  readonly at: number;
}

/**
 * `claimed`: is being sent, or whoever sent it died. `free`: the last try failed; where only its answer
 * was lost, the message may have arrived. `at`: ms since 1970.
 */
export interface ClaimState {
  readonly state: 'claimed' | 'sent' | 'undeliverable' | 'free';
  readonly at: number;
}

/** `reclaimed`: claimed, as somebody did before whose message may have gone. */
export type ClaimAnswer = 'claimed' | 'reclaimed' | 'taken' | 'sent' | 'undeliverable';

/**
 * Far longer than a message takes to send, so that nobody who still sends is succeeded; no longer, since
 * one whose sender died waits for it.
 */
export const CLAIM_SECONDS = 20;

/** What a text message was about, for when its carrier says that it did not arrive. */
export interface SentText {
  readonly envelopeId: string;
  readonly party: string;
  readonly notice: Notice;
  /** Not in rows of former versions, nor is the following. */
  readonly round?: number;
  readonly message?: string;
}

export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  /** Shown before the company's own address, which every mail comes from. */
  readonly fromName: string;
  /** Who gets the answers; the company's own address if absent. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  /** Come back with a bounce. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Rejects with `Undeliverable` if the address will never work; other errors may pass. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export interface TextMessages {
  /** Answers the message's id, by which a failure is told later. */
  send(number: string, text: string): Promise<string>;
}

export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** What it was for is over: nothing was sent, and nothing will be. */
export class NoLongerDue extends Undeliverable {}
