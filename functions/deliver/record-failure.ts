import { deliveryFailed } from '../../shared/domain/closing.ts';
import type { EntryData } from '../../shared/domain/entries.ts';
import { unlessUnknown } from '../../shared/domain/errors.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import type { Ports } from '../../shared/ports.ts';

type Failure = EntryData['delivery.failed'];

export type RecordFailure = (envelopeId: string, failure: Failure) => Promise<void>;

/** Records a message that did not arrive, once however often it is told. */
export const makeRecordFailure =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>): RecordFailure =>
  async (envelopeId, failure) => {
    const entries = await ownEntries(ledger, envelopeId);
    if (!entries || isKnown(entries, failure)) return;
    await ledger.change(envelopeId, () => deliveryFailed(failure, clock.now()));
  };

/** Undefined for an envelope of another installation in the same account. */
const ownEntries = (ledger: Ports['ledger'], envelopeId: string): Promise<Entry[] | undefined> =>
  ledger.entries(envelopeId).catch(unlessUnknown);

/** The same failure may come again with a new contact or a new link, and then it is news. */
function isKnown(entries: readonly Entry[], failure: Failure): boolean {
  const renewed = entries.findLastIndex(
    ({ type, data }) =>
      (type === 're-sent' || type === 'contact.corrected') && data.party === failure.to,
  );
  return entries.slice(renewed + 1).some((entry) => isSame(entry, failure));
}

const isSame = ({ type, data }: Entry, failure: Failure): boolean =>
  type === 'delivery.failed' &&
  data.to === failure.to &&
  data.notice === failure.notice &&
  data.reason === failure.reason;
