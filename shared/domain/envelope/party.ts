export type PartyId = string;
export type Role = 'director' | 'client';

/** ISO 639-1. All supported languages; a company may offer fewer. */
export const LANGUAGES = ['it', 'en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A party's contact; links and codes are sent nowhere else. */
export type Channel =
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'sms'; readonly number: string };

/**
 * A person who must act. Parties with the same `turn` act in parallel; the next turn opens once all have
 * signed.
 */
export interface Party {
  readonly id: PartyId;
  readonly role: Role;
  readonly turn: number;
  readonly name: string;
  readonly channel: Channel;
  readonly language: Language;
  /**
   * The party must be given a stamp field before the envelope can be sent. That field's `required` says
   * whether the stamp is optional.
   */
  readonly stamps?: boolean | undefined;
}

/** Enough for its owner to recognise a contact, too little for others to use it. */
export function maskedChannel(channel: Channel): string {
  if (channel.kind === 'sms')
    return `${channel.number.slice(0, 3)} ••• ••• ${channel.number.slice(-4)}`;
  const at = channel.address.lastIndexOf('@');
  return `${channel.address.slice(0, 1)}•••${channel.address.slice(at)}`;
}

/** Truncated IP address: IPv4 without the last octet, the first three groups of IPv6. */
export function maskedAddress(address: string): string {
  if (address.includes('.')) return address.replace(/\d+$/, '•••');
  const [network = ''] = address.split('::');
  return [...network.split(':').filter(Boolean).slice(0, 3), '•••'].join(':');
}

/** A name in the public record: "Maria Rossi" becomes "M••• R•••". */
export const maskedName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => `${Array.from(word)[0] ?? ''}•••`)
    .join(' ');

/** The parties grouped by turn, in order. */
export function turnsOf<P extends Pick<Party, 'turn'>>(parties: readonly P[]): P[][] {
  const turns = [...new Set(parties.map((party) => party.turn))].sort((a, b) => a - b);
  return turns.map((turn) => parties.filter((party) => party.turn === turn));
}
