import type * as z from 'zod';
import type { DiscardedAnswer } from '../../shared/contract/sender.ts';
import { discard } from '../../shared/domain/drafting.ts';
import type { Ports } from '../../shared/ports.ts';
import { assertSees, envelopeIdOf } from './own-envelope.ts';
import type { SenderRequest } from './sender-request.ts';

/** Deletes a draft: from then on nobody is told of it. */
export const makeDiscard =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>) =>
  async (request: SenderRequest): Promise<z.input<typeof DiscardedAnswer>> => {
    const id = envelopeIdOf(request);
    const actor = { kind: 'sender', subject: request.caller.subject } as const;
    await ledger.change(id, (envelope) => {
      assertSees(request.caller, envelope);
      return discard(envelope, actor, clock.now());
    });
    return { id };
  };
