import type * as z from 'zod';
import type { CreatedAnswer, EnvelopeInput } from '../../shared/contract/sender.ts';
import { create } from '../../shared/domain/drafting.ts';
import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../../shared/domain/envelope-id.ts';
import type { DailyLimits } from '../../shared/domain/limits.ts';
import { counted } from '../../shared/limits/counted.ts';
import type { Ports } from '../../shared/ports.ts';
import { envelopeFacts, type Offered } from './envelope-facts.ts';
import type { SenderRequest } from './sender-request.ts';

interface Settings extends Offered {
  readonly DOCUMENT_DAYS: number;
  readonly DAILY_LIMITS: DailyLimits;
}

type Request = SenderRequest<z.output<typeof EnvelopeInput>>;

/** The caller's own new envelope, a draft. */
export const makeCreate =
  (
    ports: Pick<Ports, 'ledger' | 'clock' | 'random' | 'counters'>,
    { DOCUMENT_DAYS, DAILY_LIMITS: { envelopesOfSender: most }, ...offered }: Settings,
  ) =>
  async ({ body, caller }: Request): Promise<z.input<typeof CreatedAnswer>> => {
    const { ledger, clock, random } = ports;
    const { subject, email, name } = caller;
    const facts = envelopeFacts(body, offered);
    const entry = create(facts, { subject, email, name }, DOCUMENT_DAYS, clock.now());
    const id = envelopeIdFrom(random(ENVELOPE_ID_BYTES));
    const count = { act: 'create', of: `sender#${subject}`, per: 'day', most } as const;
    await counted(ports, [count], () => ledger.begin(id, entry));
    return { id };
  };
