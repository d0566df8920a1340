import { restartsAt } from '../transitions/stalling.ts';
import { waitingSignatures } from '../transitions/workflow-steps.ts';
import { type Envelope, isEnded, isOnTurn, type Signing } from './envelope.ts';
import { daysAfter, purgeAt } from './retention.ts';

/** The workflow takes seconds for a step; a stream or a service that is slow seldom takes longer. */
const PATIENCE_MS = 15 * 60_000;

/** The workflow may be about to expire, or to purge. */
const GRACE_MS = 60 * 60_000;

/** Less than an hour, so that every sweep looks again at what is late. */
const LOOK_AGAIN_MS = 45 * 60_000;

/**
 * When the next thing should have happened to an envelope (ISO 8601), so that it must be looked at if
 * nothing has; undefined for what waits for its sender, and for what is over. `lookedAt`: somebody has
 * just looked, so what is late is looked at again only after a while.
 */
export function dueAt(envelope: Envelope, lookedAt?: Date): string | undefined {
  const seen = lookedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const late = lastingInstants(envelope).map((at) => Math.max(at, seen + LOOK_AGAIN_MS));
  const once = passingInstants(envelope).filter((at) => at > seen);
  const first = Math.min(...late, ...once);
  return Number.isFinite(first) ? new Date(first).toISOString() : undefined;
}

/** From each of these on something is wrong until an entry of the ledger says otherwise. */
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

/** Once all have signed, the deadline is kept. */
const deadlineOf = (envelope: Envelope): string | undefined =>
  'deadline' in envelope && envelope.status !== 'signed' ? envelope.deadline : undefined;

/** After these one look shows whether the workflow goes on; it may leave no entry. */
function passingInstants(envelope: Envelope): number[] {
  const restarted = envelope.restartedSeq === envelope.seq ? [envelope.updatedAt] : [];
  const reminders = envelope.status === 'signing' ? remindersLeft(envelope) : [];
  return [...restarted, ...reminders].map((at) => Date.parse(at) + PATIENCE_MS);
}

function remindersLeft({ schedule, deadline, ...envelope }: Signing): string[] {
  return envelope.parties.flatMap(({ invitedAt, signature, occasions = [] }) =>
    invitedAt && !signature
      ? schedule.reminderDays
          .filter((days) => !occasions.includes(`reminder-${days}`))
          .map((days) => daysAfter(invitedAt, days))
          .filter((at) => at < deadline)
      : [],
  );
}

/** Since when the workflow owes a step that takes it seconds; undefined where it waits for people. */
function awaitedSince(envelope: Envelope): string | undefined {
  if (isEnded(envelope)) return isUntold(envelope) ? envelope.endedAt : undefined;
  if (envelope.status !== 'signing') return envelope.updatedAt;
  const [unsealed] = waitingSignatures(envelope);
  return unsealed?.signature?.at ?? unwrittenSince(envelope);
}

/** Whoever is told of the end first is told within minutes; what cannot be told yet is recorded too. */
const isUntold = (envelope: Envelope & { endedAt: string }): boolean =>
  !envelope.deliveredTo && envelope.updatedAt === envelope.endedAt;

/** Since when a party on turn should have been written to. */
function unwrittenSince(envelope: Signing): string | undefined {
  const onTurn = envelope.parties.filter((party) => isOnTurn(envelope, party));
  const owed = onTurn.flatMap(({ owedSince }) => owedSince ?? []);
  const isUnwritten = onTurn.some(({ invitedAt, undelivered }) => !invitedAt && !undelivered);
  return [...owed, ...(isUnwritten ? [envelope.updatedAt] : [])].sort()[0];
}
