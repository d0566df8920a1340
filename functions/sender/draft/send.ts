import { type Envelope, isRunning } from '../../../shared/domain/envelope/envelope.ts';
import { folded } from '../../../shared/domain/envelope/fold.ts';
import { assertOrder, type SigningOrder } from '../../../shared/domain/envelope/signing-order.ts';
import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { documentOf, draftOf, send } from '../../../shared/domain/transitions/drafting.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { ChangeOwn } from '../access/change-own.ts';
import { ownEntries, ownEnvelope } from '../access/own-envelope.ts';
import type { WithPdf } from '../ports.ts';
import type { Show } from '../reading/show.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { CountTexts } from '../texts/count-texts.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import { storedValues } from './own-values.ts';
import type { Settle } from './settle.ts';

type Deps = Pick<Ports, 'ledger' | 'documents' | 'counters' | 'clock'> & WithPdf;

interface Steps {
  readonly changeOwn: ChangeOwn;
  readonly settle: Settle;
  readonly countTexts: CountTexts;
}

interface Settings {
  readonly SIGNING_ORDER: SigningOrder;
  readonly SMS_COUNTRIES: readonly string[];
  readonly DAILY_LIMITS: DailyLimits;
}

/**
 * Sends a draft that lacks nothing, as it was saved last; everything after it happens by itself. A
 * document that lay too long in a draft is gone from storage: it must be uploaded anew. Fields, numbers and
 * the order are looked at once more: the document's language or the company's settings may have changed
 * since, and older drafts have some that were never judged.
 */
export const makeSend =
  (ports: Deps, { show, ...steps }: Steps & { show: Show }, settings: Settings) =>
  async (request: SenderRequest) => {
    try {
      return await sendDraft(ports, steps, settings)(request);
    } catch (error) {
      if (!(await hasSent(ports.ledger, request, error))) throw error;
      return show(request);
    }
  };

/** Asked for again by who sent it, since the answer was lost: it is on its way, and was sent once. */
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
    { changeOwn, settle, countTexts }: Steps,
    { SIGNING_ORDER, SMS_COUNTRIES, DAILY_LIMITS: { envelopesOfSender: most } }: Settings,
  ) =>
  async (request: SenderRequest) => {
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
    const count = { act: 'send', of: `sender#${caller.subject}`, per: 'day', most } as const;
    return countTexts(caller, channels, () =>
      counted(ports, [count], () => changeOwn(request, decide)),
    );
  };
