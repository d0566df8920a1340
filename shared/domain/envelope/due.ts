import { restartsAt } from '../transitions/stalling.ts';
import { waitingSignatures } from '../transitions/workflow-steps.ts';
import { type Envelope, isEnded, isOnTurn, type Signing } from './envelope.ts';
import { daysAfter, purgeAt } from './retention.ts';

/** A workflow step takes seconds; this also covers a slow stream or service. */
const PATIENCE_MS = 15 * 60_000;

/** Grace after a deadline or purge time, so that the sweep does not race the workflow's own timer. */
const GRACE_MS = 60 * 60_000;

/** Less than the sweep's hour, so that every sweep looks again at what is overdue. */
const LOOK_AGAIN_MS = 45 * 60_000;

/**
 * The instant (ISO 8601) from which the sweep must check an envelope, if nothing has happened to it by then.
 * Undefined if it waits for its sender or nothing more is expected. `lookedAt`: time of the last check; what
 * is overdue comes up again LOOK_AGAIN_MS later.
 */
export function dueAt(envelope: Envelope, lookedAt?: Date): string | undefined {
  const seen = lookedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const late = lastingInstants(envelope).map((at) => Math.max(at, seen + LOOK_AGAIN_MS));
  const once = passingInstants(envelope).filter((at) => at > seen);
  const first = Math.min(...late, ...once);
  return Number.isFinite(first) ? new Date(first).toISOString() : undefined;
}

/** Due until a ledger entry resolves them: checked again by every sweep. */
function lastingInstants(envelope: Envelope): number[] {
  if (envelope.status === 'draft' || envelope.status === 'purged') return [];
  if (envelope.stalledAt) return [restartsAt(envelope)];
  const since = awaitedSince(envelope);
  const end = purgeAt(envelope) ?? deadlineOf(envelope);
  return [
    ...(since ? [Date.parse(since) + PATIENCE_MS] : []),
    ...(end ? [Date.parse(end) + GRACE_MS] : []),
  ];
}

/** Once all have signed, the deadline no longer applies. */
const deadlineOf = (envelope: Envelope): string | undefined =>
  'deadline' in envelope && envelope.status !== 'signed' ? envelope.deadline : undefined;

/** Due for one check only: the workflow may have handled them without leaving an entry. */
function passingInstants(envelope: Envelope): number[] {
  const restarted = envelope.restartedSeq === envelope.seq ? [envelope.updatedAt] : [];
  const reminders = envelope.status === 'signing' ? remindersLeft(envelope) : [];
  return [...restarted, ...reminders].map((at) => Date.parse(at) + PATIENCE_MS);
}

const remindersLeft = ({ schedule, deadline, ...envelope }: Signing): string[] =>
  envelope.parties.flatMap(({ invitedAt, signature, occasions = [] }) =>
    invitedAt && !signature
      ? schedule.reminderDays
          .filter((days) => !occasions.includes(`reminder-${days}`))
          .map((days) => daysAfter(invitedAt, days))
          .filter((at) => at < deadline)
      : [],
  );

/** When the pending automatic step became due; undefined while the envelope waits for people. */
function awaitedSince(envelope: Envelope): string | undefined {
  if (isEnded(envelope)) return isUntold(envelope) ? envelope.endedAt : undefined;
  if (envelope.status !== 'signing') return envelope.updatedAt;
  const [unsealed] = waitingSignatures(envelope);
  return unsealed?.signature?.at ?? unwrittenSince(envelope);
}

/**
 * The first notice of the end is recorded within minutes, and so is its failure; either changes `updatedAt`.
 */
const isUntold = (envelope: Envelope & { endedAt: string }): boolean =>
  !envelope.deliveredTo && envelope.updatedAt === envelope.endedAt;

/** When the oldest message that is still to be sent to a party on turn became due. */
function unwrittenSince(envelope: Signing): string | undefined {
  const onTurn = envelope.parties.filter((party) => isOnTurn(envelope, party));
  const owed = onTurn.flatMap(({ owedSince }) => owedSince ?? []);
  const isUnwritten = onTurn.some(({ invitedAt, undelivered }) => !invitedAt && !undelivered);
  return [...owed, ...(isUnwritten ? [envelope.updatedAt] : [])].sort()[0];
}
