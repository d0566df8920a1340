import { type MailFailure, MailTags } from '../../shared/contract/mail-failure.ts';
import { deliveryFailed } from '../../shared/domain/closing.ts';
import type { EntryData } from '../../shared/domain/entries.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import type { Ports } from '../../shared/ports.ts';

type Failure = EntryData['delivery.failed'];

/**
 * Records a mail that did not arrive, once however often the event comes; mails of other applications
 * in the account are none of ours. The reason is SES's own category, never its diagnostic text, which
 * holds the address.
 */
export const makeRecordMailFailure =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>) =>
  async ({ detail }: MailFailure): Promise<void> => {
    const tags = MailTags.safeParse(detail.mail.tags);
    if (!tags.success) return;
    const { envelope, party: to, notice } = tags.data;
    const failure = { to, notice, reason: reasonOf(detail) };
    const entries = await ownEntries(ledger, envelope);
    if (!entries || isKnown(entries, failure)) return;
    await ledger.change(envelope, () => deliveryFailed(failure, clock.now()));
  };

/** Undefined for an envelope of another installation in the same account. */
const ownEntries = (ledger: Ports['ledger'], envelopeId: string): Promise<Entry[] | undefined> =>
  ledger.entries(envelopeId).catch((error) => {
    if (error instanceof Refusal && error.code === 'envelope_unknown') return undefined;
    throw error;
  });

function reasonOf({ eventType, bounce }: MailFailure['detail']): string {
  if (bounce) return `bounce: ${bounce.bounceType}, ${bounce.bounceSubType}`;
  return eventType.toLowerCase();
}

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
