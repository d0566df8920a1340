import type * as z from 'zod';
import type { CreatedAnswer, EnvelopeInput } from '../../shared/contract/sender.ts';
import { create } from '../../shared/domain/drafting.ts';
import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../../shared/domain/envelope-id.ts';
import type { Ports } from '../../shared/ports.ts';
import { envelopeFacts, type Offered } from './envelope-facts.ts';
import type { SenderRequest } from './sender-request.ts';

interface Settings extends Offered {
  readonly DOCUMENT_DAYS: number;
}

type Request = SenderRequest<z.output<typeof EnvelopeInput>>;

/** The caller's own new envelope, a draft. */
export const makeCreate =
  (
    { ledger, clock, random }: Pick<Ports, 'ledger' | 'clock' | 'random'>,
    { DOCUMENT_DAYS, ...offered }: Settings,
  ) =>
  async ({ body, caller }: Request): Promise<z.input<typeof CreatedAnswer>> => {
    const { subject, email, name } = caller;
    const facts = envelopeFacts(body, offered);
    const entry = create(facts, { subject, email, name }, DOCUMENT_DAYS, clock.now());
    const id = envelopeIdFrom(random(ENVELOPE_ID_BYTES));
    await ledger.begin(id, entry);
    return { id };
  };
