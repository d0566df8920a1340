import type { Party } from '../sender-api.ts';

const COLOURS = 8;

/** CSS class for a party's colour; company fields and unassigned fields have their own. */
export function lookOf(party: string | null, parties: readonly Pick<Party, 'id'>[]): string {
  if (party === null) return 'of-company';
  const index = parties.findIndex(({ id }) => id === party);
  return index < 0 ? 'of-nobody' : `of-party-${index % COLOURS}`;
}
