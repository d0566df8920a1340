import type { Store } from '../state/store.ts';

/** A mail that SES accepted; kind `mail` in the store. The bytes are read with `readMail`. */
export interface SentMail {
  messageId: string;
  /** ms */
  at: number;
  from: string;
  to: string[];
  subject: string;
  tags: Record<string, string[]>;
}

/** The raw MIME message (.eml) of an accepted mail, or undefined if there is none of that id. */
export const readMail = (store: Store, messageId: string): Buffer | undefined => {
  const raw = store.get<string>('mail-raw', messageId);
  return raw === undefined ? undefined : Buffer.from(raw, 'base64');
};
