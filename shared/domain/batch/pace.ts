import type { Party } from '../envelope/party.ts';

/** Messages a second that batches may cause, of either kind. */
export interface Rates {
  readonly mail: number;
  readonly text: number;
}

export interface Messages {
  readonly mails: number;
  readonly texts: number;
}

/** What leaves when an envelope is sent: an invitation for each party of the first turn. */
export function firstMessages(parties: readonly Pick<Party, 'turn' | 'channel'>[]): Messages {
  const first = Math.min(...parties.map(({ turn }) => turn));
  const channels = parties.filter(({ turn }) => turn === first).map(({ channel }) => channel.kind);
  const texts = channels.filter((kind) => kind === 'sms').length;
  return { mails: channels.length - texts, texts };
}

/** Seconds that messages take at these rates. */
const secondsFor = ({ mails, texts }: Messages, { mail, text }: Rates): number =>
  Math.max(mails / mail, texts / text);

/** Whole seconds to wait after them; Step Functions takes no wait of 0. */
export const pauseAfter = (messages: Messages, rates: Rates): number =>
  Math.max(1, Math.ceil(secondsFor(messages, rates)));

export const summed = (all: readonly Messages[]): Messages => ({
  mails: all.reduce((sum, { mails }) => sum + mails, 0),
  texts: all.reduce((sum, { texts }) => sum + texts, 0),
});

/** Seconds' worth of messages that are sent together, and rows at most. */
const PAGE_SECONDS = 2;
const PAGE_ROWS = 25;

/** The first rows, as many as two seconds allow; at least one. */
export function pageOf<R>(
  rows: readonly R[],
  messagesOf: (row: R) => Messages,
  rates: Rates,
): readonly R[] {
  const within = (count: number) =>
    secondsFor(summed(rows.slice(0, count).map(messagesOf)), rates) <= PAGE_SECONDS;
  let count = 1;
  while (count < Math.min(rows.length, PAGE_ROWS) && within(count + 1)) count++;
  return rows.slice(0, count);
}
