import { eventually } from './eventually.ts';
import type { LocalDesk, MailContent } from './local-desk.ts';

export type Channel =
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'sms'; readonly number: string };

export interface Received {
  readonly id: string;
  readonly text: string;
  /** Present for mails only. */
  readonly mail?: MailContent;
}

/** The link of an invitation or delivery; only its fragment is a secret. */
export const LINK = /\/sign#([\w-]{43})/;
/** Exactly six digits, not part of a longer number. */
export const CODE = /(?<![\w#+])\d{6}(?!\w)/;

/** One person's mail or texts. Each message is read once. */
export class Mailbox {
  readonly #desk: LocalDesk;
  readonly #channel: Channel;
  readonly #read = new Set<string>();

  constructor(desk: LocalDesk, channel: Channel) {
    this.#desk = desk;
    this.#channel = channel;
  }

  /** Waits for an unread message whose text matches, and answers what matched. */
  async next(what: string, pattern: RegExp, seconds?: number) {
    return this.nextIn(what, ({ text }) => pattern.exec(text) ?? undefined, seconds);
  }

  /**
   * Waits for an unread message that `find` matches. A crash may send a message twice, so the caller
   * says what it must contain.
   */
  async nextIn<T>(what: string, find: (message: Received) => T | undefined, seconds?: number) {
    return eventually(
      what,
      async () => {
        for (const message of await this.#unread()) {
          const match = find(message);
          if (match === undefined) continue;
          this.#read.add(message.id);
          return { message, match };
        }
        return undefined;
      },
      seconds,
    );
  }

  attachment(id: string, index: number): Promise<Uint8Array> {
    return this.#desk.attachment(id, index);
  }

  async #unread(): Promise<Received[]> {
    if (this.#channel.kind === 'sms') {
      const texts = await this.#desk.textsTo(this.#channel.number);
      return texts.filter(({ id }) => !this.#read.has(id));
    }
    const ids = (await this.#desk.mailsTo(this.#channel.address)).filter(
      (id) => !this.#read.has(id),
    );
    return Promise.all(
      ids.map(async (id) => {
        const mail = await this.#desk.mail(id);
        return { id, text: `${mail.subject}\n${mail.text ?? ''}`, mail };
      }),
    );
  }
}
