import { deliveryFailed } from '../domain/closing.ts';
import { type EntryData, NOT_SENT_YET, UNDELIVERABLE } from '../domain/entries.ts';
import { Conflict } from '../domain/errors.ts';
import type { Entry } from '../domain/ledger.ts';
import { type Ports, Undeliverable } from '../ports.ts';

type Deps = Pick<Ports, 'ledger' | 'clock'>;
type Failure = Omit<EntryData['delivery.failed'], 'reason'>;

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
    return recordOnce(ports, envelopeId, { ...failure, reason: UNDELIVERABLE });
  const recorded = recordOnce(ports, envelopeId, { ...failure, reason: NOT_SENT_YET });
  // The ledger may be what fails: then the first fault is the one to tell.
  await recorded.catch(() => undefined);
  throw fault;
}

/** Once for each message and reason, however often it is tried. */
async function recordOnce(
  { ledger, clock }: Deps,
  envelopeId: string,
  failure: EntryData['delivery.failed'],
): Promise<void> {
  const entries = await ledger.entries(envelopeId);
  if (entries.some((entry) => isSame(entry, failure))) return;
  await ledger.change(envelopeId, () => deliveryFailed(failure, clock.now()));
}

const isSame = ({ type, data }: Entry, failure: EntryData['delivery.failed']): boolean =>
  type === 'delivery.failed' &&
  data.to === failure.to &&
  data.notice === failure.notice &&
  data.reason === failure.reason &&
  data.occasion === failure.occasion;
