import type { PartyState } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';

const STEPS = ['reminded', 're-sent', 'contact.corrected'] as const;

/**
 * What the message says: the workflow asks for an invitation also when the sender's reminder ended
 * the wait, and then the party is reminded, not invited anew.
 */
export function noticeFor(
  asked: 'invitation' | 'reminder',
  party: PartyState,
  entries: readonly Entry[],
): 'invitation' | 'reminder' {
  if (asked === 'reminder' || !party.invitedAt) return asked;
  const last = entries.findLast(
    ({ type, data }) => (STEPS as readonly string[]).includes(type) && isOf(party, data),
  );
  return last?.type === 'reminded' ? 'reminder' : 'invitation';
}

const isOf = ({ id }: PartyState, data: Entry['data']): boolean =>
  'party' in data && data.party === id;
