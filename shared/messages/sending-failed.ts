import { Conflict } from '../domain/errors.ts';
import { type EntryData, NOT_SENT_YET, UNDELIVERABLE } from '../domain/ledger/entries.ts';
import { bySystem } from '../domain/ledger/ledger.ts';
import { deliveryFailed } from '../domain/transitions/workflow-steps.ts';
import { Undeliverable } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

type Deps = Pick<Ports, 'ledger' | 'clock'>;
type Failure = Omit<EntryData['delivery.failed'], 'reason' | 'kind' | 'message'>;

/**
 * Records that a message could not be sent, which the sender sees. A permanent failure ends here, since the
 * sender must correct the contact; any other fault is thrown again for a retry.
 */
export async function sendingFailed(
  ports: Deps,
  envelopeId: string,
  failure: Failure,
  fault: unknown,
): Promise<void> {
  if (fault instanceof Conflict) throw fault;
  if (fault instanceof Undeliverable)
    return record(ports, envelopeId, { ...failure, reason: UNDELIVERABLE, kind: 'failed' });
  const later = { ...failure, reason: NOT_SENT_YET, kind: 'delayed' } as const;
  const recorded = record(ports, envelopeId, later);
  // If recording fails too, the original fault is the one to report.
  await recorded.catch(() => undefined);
  throw fault;
}

/** Once per message and reason, however often it is retried. */
async function record(
  { ledger, clock }: Deps,
  envelopeId: string,
  failure: EntryData['delivery.failed'],
): Promise<void> {
  await ledger.change(envelopeId, bySystem('feedback', clock.now()), (current) =>
    deliveryFailed(current, failure),
  );
}
