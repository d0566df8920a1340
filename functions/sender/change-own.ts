import type * as z from 'zod';
import type { EnvelopeAnswer } from '../../shared/contract/sender.ts';
import type { Envelope } from '../../shared/domain/envelope.ts';
import type { Actor, NewEntry } from '../../shared/domain/ledger.ts';
import type { Ports } from '../../shared/ports.ts';
import { assertSees, envelopeIdOf } from './own-envelope.ts';
import type { SenderRequest } from './sender-request.ts';
import type { Show } from './show.ts';

export type ChangeOwn = (
  request: SenderRequest,
  decide: (envelope: Envelope, actor: Actor, now: Date) => NewEntry | undefined,
) => Promise<z.input<typeof EnvelopeAnswer>>;

/** Decides on the newest state of an envelope that the caller may see; answers how it stands then. */
export const makeChangeOwn =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>, show: Show): ChangeOwn =>
  async (request, decide) => {
    const actor: Actor = { kind: 'sender', subject: request.caller.subject };
    await ledger.change(envelopeIdOf(request), (envelope) => {
      assertSees(request.caller, envelope);
      return decide(envelope, actor, clock.now());
    });
    return show(request);
  };
