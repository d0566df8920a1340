import type { Notice } from '../domain/ledger/entries.ts';

/** Claims on messages, so that concurrent tasks send each once. `expiresAt`: epoch seconds. */
export interface Claims {
  /** Undefined if no task has tried to send it. Strongly consistent. */
  find(message: MessageId): Promise<ClaimState | undefined>;
  /**
   * Claims a message; otherwise returns its state. A claim expires after `CLAIM_SECONDS`, so that another
   * task can take over from one that crashed.
   */
  take(message: MessageId, claim: Claim, expiresAt: number): Promise<ClaimAnswer>;
  /** Records the outcome of a claimed message; `free` makes it claimable at once. */
  settle(
    message: MessageId,
    claim: Claim,
    state: 'sent' | 'undeliverable' | 'free',
    expiresAt: number,
  ): Promise<void>;
}

/** Sent text messages by the provider's message id. */
export interface SentTexts {
  put(messageId: string, text: SentText, expiresAt: number): Promise<void>;
  find(messageId: string): Promise<SentText | undefined>;
}

/** One message to one recipient; `occasion` distinguishes it from the recipient's other messages. */
export interface MessageId {
  readonly envelopeId: string;
  readonly to: string;
  readonly occasion: string;
}

/** `by` is random, so that a retry recognises its own claim. `at`: epoch ms. */
export interface Claim {
  readonly by: string;
  readonly at: number;
}

/**
 * `claimed`: being sent, or its sender crashed. `free`: the last attempt failed, or its result was lost, in
 * which case the message may have arrived. `at`: epoch ms.
 */
export interface ClaimState {
  readonly state: 'claimed' | 'sent' | 'undeliverable' | 'free';
  readonly at: number;
}

/** `reclaimed`: claimed after an earlier claim whose message may have been sent. */
export type ClaimAnswer = 'claimed' | 'reclaimed' | 'taken' | 'sent' | 'undeliverable';

/**
 * Longer than any sending takes, so that a sender at work is not overtaken; as short as that allows, because
 * a crashed sender's message waits for it.
 */
export const CLAIM_SECONDS = 20;

/** Context of a sent text message, for later delivery reports. */
export interface SentText {
  readonly envelopeId: string;
  readonly party: string;
  readonly notice: Notice;
  /** This and the following are absent in rows of earlier releases. */
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
  /** Display name of the From header; the address is always the company's. */
  readonly fromName: string;
  /** Reply-To; default: the company's own address. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  /** Returned with SES events about the mail. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Rejects with `Undeliverable` if the address is permanently invalid; other errors may be retried. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export interface TextMessages {
  /** Returns the provider's message id, which later failure reports refer to. */
  send(number: string, text: string): Promise<string>;
}

export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** The message's purpose has lapsed: it was not sent and will not be. */
export class NoLongerDue extends Undeliverable {}
