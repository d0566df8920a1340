import { Conflict } from '../domain/errors.ts';
import { type EntryData, NOT_SENT_YET, UNDELIVERABLE } from '../domain/ledger/entries.ts';
import { bySystem } from '../domain/ledger/ledger.ts';
import { deliveryFailed } from '../domain/transitions/workflow-steps.ts';
import { Undeliverable } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

type Deps = Pick<Ports, 'ledger' | 'clock'>;
type Failure = Omit<EntryData['delivery.failed'], 'reason' | 'kind' | 'message'>;

/**
 * Records that a message could not be sent, for its sender to see. What will never arrive is theirs to
 * mend, and the work goes on; any other fault is thrown on, since it is worth another try.
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
  // The ledger may be what fails: then the first fault is the one to tell.
  await recorded.catch(() => undefined);
  throw fault;
}

/** Once for each message and reason, however often it is tried. */
async function record(
  { ledger, clock }: Deps,
  envelopeId: string,
  failure: EntryData['delivery.failed'],
): Promise<void> {
  await ledger.change(envelopeId, bySystem('feedback', clock.now()), (current) =>
    deliveryFailed(current, failure),
  );
}
