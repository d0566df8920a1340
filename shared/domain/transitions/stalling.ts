import type { Envelope } from '../envelope/envelope.ts';
import type { Decision } from '../ledger/ledger.ts';

const HOUR_MS = 3_600_000;
const MAX_PAUSE_HOURS = 24;

/** Number of the workflow execution that runs the envelope; 1 is the first. */
export const executionOf = ({ execution = 1 }: Envelope): number => execution;

/** The first execution is named by the envelope's id; restarts append their number. */
export const executionName = (envelopeId: string, execution = 1): string =>
  execution === 1 ? envelopeId : `${envelopeId}-${execution}`;

/** Records that the execution ended too early; undefined if already recorded or another execution runs. */
export function stalled(envelope: Envelope, execution: number): Decision<'stalled'> | undefined {
  const isOver = envelope.status === 'purged' || envelope.status === 'draft';
  if (isOver || envelope.stalledAt || execution !== executionOf(envelope)) return undefined;
  return { type: 'stalled', data: { execution } };
}

/** Restarts a stalled envelope under the next execution number; undefined if it is not stalled. */
export const restarted = (envelope: Envelope): Decision<'restarted'> | undefined =>
  goingOn(envelope, executionOf(envelope) + 1);

/** An operator redrove the ended execution in Step Functions, so it continues under its number. */
export const redriven = (envelope: Envelope): Decision<'restarted'> | undefined =>
  goingOn(envelope, executionOf(envelope));

function goingOn(envelope: Envelope, execution: number): Decision<'restarted'> | undefined {
  if (!envelope.stalledAt) return undefined;
  return { type: 'restarted', data: { execution } };
}

/**
 * When a stalled envelope may be restarted automatically (epoch ms). The first restart is immediate; later
 * ones back off: one hour, two, four, up to a day.
 */
export function restartsAt(envelope: Envelope): number {
  const ended = executionOf(envelope);
  const hours = ended === 1 ? 0 : Math.min(2 ** (ended - 2), MAX_PAUSE_HOURS);
  return Date.parse(envelope.stalledAt ?? envelope.updatedAt) + hours * HOUR_MS;
}
