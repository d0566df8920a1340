import type { Envelope } from '../envelope/envelope.ts';
import type { Decision } from '../ledger/ledger.ts';

const HOUR_MS = 3_600_000;
const LONGEST_PAUSE_HOURS = 24;

/** Which execution of the workflow carries the envelope: the first, or one that was started anew. */
export const executionOf = ({ execution = 1 }: Envelope): number => execution;

/** One execution an envelope, named by its id; those that were started anew bear a number behind it. */
export const executionName = (envelopeId: string, execution = 1): string =>
  execution === 1 ? envelopeId : `${envelopeId}-${execution}`;

/** The execution has ended and left the envelope behind; undefined if that is known, or another carries it. */
export function stalled(envelope: Envelope, execution: number): Decision<'stalled'> | undefined {
  const isOver = envelope.status === 'purged' || envelope.status === 'draft';
  if (isOver || envelope.stalledAt || execution !== executionOf(envelope)) return undefined;
  return { type: 'stalled', data: { execution } };
}

/** An envelope that stands still is carried by a further execution; undefined if it does not stand still. */
export function restarted(envelope: Envelope): Decision<'restarted'> | undefined {
  return goingOn(envelope, executionOf(envelope) + 1);
}

/** The execution that had ended goes on after all: somebody redrove it. */
export function redriven(envelope: Envelope): Decision<'restarted'> | undefined {
  return goingOn(envelope, executionOf(envelope));
}

function goingOn(envelope: Envelope, execution: number): Decision<'restarted'> | undefined {
  if (!envelope.stalledAt) return undefined;
  return { type: 'restarted', data: { execution } };
}

/**
 * When an envelope that stands still may be started anew by itself. What ends one execution may end the
 * next: the first is followed at once, later ones after an hour, two, four, up to a day.
 */
export function restartsAt(envelope: Envelope): number {
  const ended = executionOf(envelope);
  const hours = ended === 1 ? 0 : Math.min(2 ** (ended - 2), LONGEST_PAUSE_HOURS);
  return Date.parse(envelope.stalledAt ?? envelope.updatedAt) + hours * HOUR_MS;
}
