import type { Envelope, PartyState } from '../envelope/envelope.ts';
import type { EntryData, Report } from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';
import { onTurnInTime } from './signing.ts';

/** Records a report; undefined if already reported in this round. */
export function report(
  envelope: Envelope,
  data: EntryData['reported'],
  now: Date,
): Decision<'reported'> | undefined {
  const { party } = onTurnInTime(envelope, data.party, now);
  if (reportedAt(party, data.about)) return undefined;
  return { type: 'reported', data };
}

/** When this was reported in the current round. */
export const reportedAt = (
  { reports = [], round }: PartyState,
  about: Report,
): string | undefined => reports.find((told) => told.about === about && told.round === round)?.at;
