import type { Party } from '../sender-api.ts';

const COLOURS = 8;

/** The class that gives a party its colour; the company's own fields, and nobody's, have one of their own. */
export function lookOf(party: string | null, parties: readonly Pick<Party, 'id'>[]): string {
  if (party === null) return 'of-company';
  const index = parties.findIndex(({ id }) => id === party);
  return index < 0 ? 'of-nobody' : `of-party-${index % COLOURS}`;
}
