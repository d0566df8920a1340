import { Refusal } from '../errors.ts';
import { type Party, turnsOf } from './party.ts';

/** `directorFirst`: the company's side before the other side, in every envelope. */
export const SIGNING_ORDERS = ['any', 'directorFirst'] as const;
export type SigningOrder = (typeof SIGNING_ORDERS)[number];

/** Refuses an order that the company does not allow its senders. */
export function assertOrder(parties: readonly Party[], order: SigningOrder): void {
  if (!KEEPS[order](parties)) throw new Refusal('director_first');
}

const KEEPS: Record<SigningOrder, (parties: readonly Party[]) => boolean> = {
  any: () => true,
  directorFirst: isDirectorFirst,
};

/** The first turn is of directors alone, and none comes after a client; a later turn may be of both. */
function isDirectorFirst(parties: readonly Party[]): boolean {
  const turnsIn = (role: Party['role']) =>
    parties.filter((party) => party.role === role).map(({ turn }) => turn);
  const [first = []] = turnsOf(parties);
  return (
    first.every(({ role }) => role === 'director') &&
    Math.max(...turnsIn('director')) <= Math.min(...turnsIn('client'))
  );
}
