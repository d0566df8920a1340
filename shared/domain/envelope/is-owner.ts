import type { Owner } from '../ledger/entries.ts';
import { isSameAddress } from '../text/mail-address.ts';
import type { Party } from './party.ts';

/**
 * Whether one who is written to is the employee who sent the envelope. The address alone does not say
 * it, since two people may share one; a sign-in without a name has its address for a name.
 */
export const isOwner = (
  { owner }: { readonly owner: Pick<Owner, 'email' | 'name'> },
  { name, channel }: Pick<Party, 'name' | 'channel'>,
): boolean =>
  channel.kind === 'email' &&
  isSameAddress(channel.address, owner.email) &&
  (owner.name === owner.email || wordsOf(name) === wordsOf(owner.name));

/** In any order: sign-ins of companies often put the family name first, with a comma. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
