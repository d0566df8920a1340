import { type Envelope, isEnded, partiesOnTurn } from '../../shared/domain/envelope/envelope.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import {
  executionOf,
  redriven,
  restarted,
  restartsAt,
  stalled,
} from '../../shared/domain/transitions/stalling.ts';
import { waitingSignatures } from '../../shared/domain/transitions/workflow-steps.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Deps = Pick<Ports, 'ledger' | 'workflow' | 'clock'>;

/** After this many failed executions an operator is alerted, though restarts continue. */
const MAX_SILENT_RESTARTS = 2;

/**
 * Records that the execution ended early, and restarts the envelope when its back-off is over; the new
 * execution skips what is done. False if it stays stalled, or restarts keep failing.
 */
export async function recoverExecution(ports: Deps, envelope: Envelope): Promise<boolean> {
  const { ledger, clock } = ports;
  const noticed = await ledger.change(envelope.id, bySystem('sweep', clock.now()), (current) =>
    stalled(current, executionOf(envelope)),
  );
  if (clock.now().getTime() < restartsAt(noticed)) return false;
  await restart(ports, envelope.id);
  return executionOf(noticed) < MAX_SILENT_RESTARTS;
}

/** Starts the next execution if the envelope is stalled. */
export async function restart(
  { ledger, workflow, clock }: Deps,
  envelopeId: string,
): Promise<void> {
  const envelope = await ledger.change(envelopeId, bySystem('sweep', clock.now()), restarted);
  await workflow.start(envelopeId, executionOf(envelope));
}

/** An operator redrove the execution: the envelope is no longer stalled. */
export async function noteRedrive({ ledger, clock }: Deps, envelope: Envelope): Promise<void> {
  if (!envelope.stalledAt) return;
  await ledger.change(envelope.id, bySystem('sweep', clock.now()), redriven);
}

const STUCK_MS = 3 * 3_600_000;

/**
 * Nothing has happened for hours though a step is due and the execution runs: a service is down, or a task
 * token was lost.
 */
export function isStuck(envelope: Envelope, now: Date): boolean {
  if (isEnded(envelope) || now.getTime() - Date.parse(envelope.updatedAt) < STUCK_MS) return false;
  if (envelope.status !== 'signing') return envelope.status !== 'draft';
  const isUnwritten = partiesOnTurn(envelope).some(
    ({ invitedAt, undelivered }) => !invitedAt && !undelivered,
  );
  return isUnwritten || waitingSignatures(envelope).length > 0;
}
