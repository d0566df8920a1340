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
  return lastStep(party, entries)?.type === 'reminded' ? 'reminder' : 'invitation';
}

/**
 * Whether this message has no entry yet. One that the sender asked for has none until it is recorded
 * after that wish; a second one after a crash is the same message.
 */
export function isNews(
  asked: 'invitation' | 'reminder',
  party: PartyState,
  entries: readonly Entry[],
): boolean {
  if (asked === 'reminder' || !party.invitedAt) return true;
  const told = entries.findLast(({ type, data }) => type === 'invited' && isOf(party, data));
  return (lastStep(party, entries)?.seq ?? 0) > (told?.seq ?? 0);
}

const lastStep = (party: PartyState, entries: readonly Entry[]): Entry | undefined =>
  entries.findLast(
    ({ type, data }) => (STEPS as readonly string[]).includes(type) && isOf(party, data),
  );

const isOf = ({ id }: PartyState, data: Entry['data']): boolean =>
  'party' in data && data.party === id;
