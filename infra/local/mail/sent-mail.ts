import type { Store } from '../state/store.ts';

/** An accepted mail; kind `mail` in the store. Its bytes are read with `readMail`. */
export interface SentMail {
  readonly messageId: string;
  /** Accepted at, ms */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly tags: Record<string, string[]>;
}

/** The raw MIME message (.eml) of an accepted mail, or undefined for an unknown id. */
export function readMail(store: Store, messageId: string): Buffer | undefined {
  const raw = store.get<string>('mail-raw', messageId);
  return raw === undefined ? undefined : Buffer.from(raw, 'base64');
}
