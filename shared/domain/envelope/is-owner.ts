import type { Owner } from '../ledger/entries.ts';
import { isSameAddress } from '../text/mail-address.ts';
import type { Party } from './party.ts';

/**
 * Whether a party is the employee who sent the envelope. The name must match too, since two people may share
 * an address; an owner whose token has no name has the address as name.
 */
export const isOwner = (
  { owner }: { owner: Pick<Owner, 'email' | 'name'> },
  { name, channel }: Pick<Party, 'name' | 'channel'>,
): boolean =>
  channel.kind === 'email' &&
  isSameAddress(channel.address, owner.email) &&
  (owner.name === owner.email || isSameName(name, owner.name));

/** In any order, whatever the case and the accents. */
export const isSameName = (one: string, other: string): boolean => wordsOf(one) === wordsOf(other);

/** Compared in any order: many company directories put the family name first, with a comma. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
