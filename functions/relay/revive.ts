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

/** After so many executions that ended too early a person must look, though a further one is started. */
const MOST_UNSEEN = 2;

/**
 * The execution ended and left the envelope behind: its sender sees that it stands still, until a
 * further one is started, which skips what was done. False while it stands still, or if that goes on.
 */
export async function revive(ports: Deps, envelope: Envelope): Promise<boolean> {
  const { ledger, clock } = ports;
  const noticed = await ledger.change(envelope.id, bySystem('sweep', clock.now()), (current) =>
    stalled(current, executionOf(envelope)),
  );
  if (clock.now().getTime() < restartsAt(noticed)) return false;
  await restart(ports, envelope.id);
  return executionOf(noticed) < MOST_UNSEEN;
}

/** Starts a further execution, if the envelope stands still. */
export async function restart(
  { ledger, workflow, clock }: Deps,
  envelopeId: string,
): Promise<void> {
  const envelope = await ledger.change(envelopeId, bySystem('sweep', clock.now()), restarted);
  await workflow.start(envelopeId, executionOf(envelope));
}

/** Somebody redrove the execution: it stands still no longer. */
export async function noteRedrive({ ledger, clock }: Deps, envelope: Envelope): Promise<void> {
  if (!envelope.stalledAt) return;
  await ledger.change(envelope.id, bySystem('sweep', clock.now()), redriven);
}

const HELD_UP_MS = 3 * 3_600_000;

/**
 * Something is due and nothing has happened for hours, though the execution runs: a service is down, or
 * the token of a wait was lost.
 */
export function isHeldUp(envelope: Envelope, now: Date): boolean {
  if (isEnded(envelope) || now.getTime() - Date.parse(envelope.updatedAt) < HELD_UP_MS)
    return false;
  if (envelope.status !== 'signing') return envelope.status !== 'draft';
  const isUnwritten = partiesOnTurn(envelope).some(
    ({ invitedAt, undelivered }) => !invitedAt && !undelivered,
  );
  return isUnwritten || waitingSignatures(envelope).length > 0;
}
