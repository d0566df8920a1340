import { type Envelope, isRunning } from '../../../shared/domain/envelope/envelope.ts';
import { folded } from '../../../shared/domain/envelope/fold.ts';
import type { Channel } from '../../../shared/domain/envelope/party.ts';
import { assertOrder, type SigningOrder } from '../../../shared/domain/envelope/signing-order.ts';
import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { documentOf, draftOf, send } from '../../../shared/domain/transitions/drafting.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';
import { changeSeen } from '../access/change-own.ts';
import { ownEntries, ownEnvelope } from '../access/own-envelope.ts';
import type { KeepContacts } from '../contacts/keep-contacts.ts';
import type { WithPdf } from '../ports.ts';
import type { Show } from '../reading/show.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { CountTexts } from '../texts/count-texts.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import { storedValues } from './own-values.ts';
import type { Settle } from './settle.ts';

type Deps = Pick<Ports, 'ledger' | 'documents' | 'clock'> & WithPdf;

/** Counts what a sending costs, before it is done. */
export type CountSending = <T>(
  caller: Caller,
  channels: readonly Channel[],
  act: () => Promise<T>,
) => Promise<T>;

interface Steps {
  readonly settle: Settle;
  readonly countSending: CountSending;
  readonly keepContacts: KeepContacts;
}

interface Settings {
  readonly SIGNING_ORDER: SigningOrder;
  readonly SMS_COUNTRIES: readonly string[];
}

/** An envelope and its text messages, of one sender's day. */
export const makeCountSending =
  (
    ports: Pick<Ports, 'counters' | 'clock'>,
    countTexts: CountTexts,
    { DAILY_LIMITS: { envelopesOfSender: most } }: { DAILY_LIMITS: DailyLimits },
  ): CountSending =>
  (caller, channels, act) => {
    const count = { act: 'send', of: `sender#${caller.subject}`, per: 'day', most } as const;
    return countTexts(caller, channels, () => counted(ports, [count], act));
  };

export type SendOnce = (request: SenderRequest) => Promise<void>;

/**
 * Sends the draft as last saved; the workflow does the rest. Throws `document_missing` if the bucket's
 * lifecycle has deleted the document. Validates fields, numbers and order again, because language or company
 * settings may have changed since, and drafts of earlier releases were not validated.
 */
export const makeSendOnce =
  (ports: Deps, steps: Steps, settings: Settings): SendOnce =>
  async (request) => {
    try {
      await sendDraft(ports, steps, settings)(request);
    } catch (error) {
      if (!(await hasSent(ports.ledger, request, error))) throw error;
    }
  };

export const makeSend = (sendOnce: SendOnce, show: Show) => async (request: SenderRequest) => {
  await sendOnce(request);
  return show(request);
};

/** Whether this is a retry after a lost answer: the caller has sent the envelope already. */
async function hasSent(
  ledger: Ports['ledger'],
  request: SenderRequest,
  error: unknown,
): Promise<boolean> {
  if (!(error instanceof Refusal && error.code === 'not_draft')) return false;
  const entries = await ownEntries(ledger, request);
  const sent = entries.find(({ type }) => type === 'sent');
  const { subject } = request.caller;
  return (
    isRunning(folded(entries)) && sent?.actor.kind === 'sender' && sent.actor.subject === subject
  );
}

const sendDraft =
  (
    ports: Deps,
    { settle, countSending, keepContacts }: Steps,
    { SIGNING_ORDER, SMS_COUNTRIES }: Settings,
  ) =>
  async (request: SenderRequest): Promise<void> => {
    const { ledger, documents } = ports;
    const { key } = documentOf(draftOf(await ownEnvelope(ledger, request)));
    const size = await documents.size(key);
    if (size === undefined) throw new Refusal('document_missing');
    const before = await settle(request);
    const values = await storedValues(documents, before);
    const assertTextable = await textMessagesTo(SMS_COUNTRIES);
    function decide(envelope: Envelope, now: Date) {
      if (envelope.own?.sha256 !== before.own?.sha256) {
        throw new Conflict('the values changed concurrently');
      }
      const sent = send(envelope, values, now);
      ports.pdf.assertFillable(envelope.fields, envelope.language);
      assertOrder(envelope.parties, SIGNING_ORDER);
      assertTextable(envelope.parties);
      return sent;
    }
    const { caller } = request;
    const channels = before.parties.map(({ channel }) => channel);
    await countSending(caller, channels, () => changeSeen(ports, request, decide));
    await keepContacts(caller, before.parties);
  };
