import type * as z from 'zod';
import type { CreatedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { CreateInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../../../shared/domain/envelope/envelope-id.ts';
import { listRow } from '../../../shared/domain/envelope/list-row.ts';
import type { Retention } from '../../../shared/domain/envelope/retention.ts';
import type { DailyLimits } from '../../../shared/domain/limits.ts';
import { create } from '../../../shared/domain/transitions/drafting.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { bySender } from '../access/caller.ts';
import { ownerOfNew } from '../access/owner-of-new.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import { envelopeFacts, type SenderChoices } from './envelope-facts.ts';

export interface CreateSettings extends SenderChoices {
  readonly retention: Retention;
  readonly DOCUMENT_DAYS: number;
  readonly DAILY_LIMITS: DailyLimits;
}

type Request = SenderRequest<z.output<typeof CreateInput>>;

/**
 * Creates a draft owned by the caller, or by whom a machine names. Writes its list row at once, because the sweep's comparison only
 * covers listed envelopes; if that fails, `publish` writes it.
 */
export const makeCreate =
  (
    ports: Pick<Ports, 'ledger' | 'envelopes' | 'clock' | 'random' | 'counters'> & WithPdf,
    {
      DOCUMENT_DAYS,
      DAILY_LIMITS: { envelopesOfSender: most },
      retention,
      ...offered
    }: CreateSettings,
  ) =>
  async ({ body, caller }: Request): Promise<z.input<typeof CreatedAnswer>> => {
    const { ledger, envelopes, clock, random } = ports;
    const owner = ownerOfNew(caller, body.owner);
    const now = clock.now();
    (await textMessagesTo(offered.SMS_COUNTRIES))(body.parties);
    const facts = envelopeFacts(ports.pdf, body, offered, now);
    const created = create(facts, owner, DOCUMENT_DAYS, now, body);
    const id = envelopeIdFrom(random(ENVELOPE_ID_BYTES));
    const count = { act: 'create', of: `sender#${caller.subject}`, per: 'day', most } as const;
    const draft = await counted(ports, [count], () =>
      ledger.begin(id, bySender(caller, now), created),
    );
    await envelopes.put(listRow(draft, retention)).catch(() => undefined);
    return { id };
  };
