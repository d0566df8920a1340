export type PartyId = string;
export type Role = 'director' | 'client';

/** ISO 639-1. All that there are; a company may offer fewer. */
export const LANGUAGES = ['it', 'en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a party is reached; links and codes go there and nowhere else. */
export type Channel =
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'sms'; readonly number: string };

/**
 * A person who must act. Parties with the same `turn` act in parallel; the next turn begins when all
 * have signed.
 */
export interface Party {
  readonly id: PartyId;
  readonly role: Role;
  readonly turn: number;
  readonly name: string;
  readonly channel: Channel;
  readonly language: Language;
  /**
   * Is asked for the company's stamp: the envelope cannot go before there is a place for it. Whether it may
   * be left out is said by that field (`required`).
   */
  readonly stamps?: boolean | undefined;
}

/** Enough for the owner to recognise the channel, too little for anyone else to use it. */
export function maskedChannel(channel: Channel): string {
  if (channel.kind === 'sms')
    return `${channel.number.slice(0, 3)} ••• ••• ${channel.number.slice(-4)}`;
  const at = channel.address.lastIndexOf('@');
  return `${channel.address.slice(0, 1)}•••${channel.address.slice(at)}`;
}

/** An IP address by its network: three of four numbers, or the first three groups of IPv6. */
export function maskedAddress(address: string): string {
  if (address.includes('.')) return address.replace(/\d+$/, '•••');
  const [network = ''] = address.split('::');
  return [...network.split(':').filter(Boolean).slice(0, 3), '•••'].join(':');
}

/** The public record's form of a name: "Maria Rossi" becomes "M••• R•••". */
export const maskedName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => `${Array.from(word)[0] ?? ''}•••`)
    .join(' ');

/** The turns in order, each with its parties. */
export function turnsOf<P extends Party>(parties: readonly P[]): P[][] {
  const turns = [...new Set(parties.map((party) => party.turn))].sort((a, b) => a - b);
  return turns.map((turn) => parties.filter((party) => party.turn === turn));
}
