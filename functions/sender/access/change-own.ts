import type * as z from 'zod';
import type { EnvelopeAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import type { Decision } from '../../../shared/domain/ledger/ledger.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Show } from '../reading/show.ts';
import type { SenderRequest } from '../sender-request.ts';
import { bySender } from './caller.ts';
import { assertSees, envelopeIdOf } from './own-envelope.ts';

export type OwnDecision = (envelope: Envelope, now: Date) => Decision | undefined;

export type ChangeOwn = (
  request: SenderRequest,
  decide: OwnDecision,
) => Promise<z.input<typeof EnvelopeAnswer>>;

/** Decides on the current state of an envelope that the caller may see. */
export function changeSeen(
  { ledger, clock }: Pick<Ports, 'ledger' | 'clock'>,
  request: SenderRequest,
  decide: OwnDecision,
): Promise<Envelope> {
  const by = bySender(request.caller, clock.now());
  return ledger.change(envelopeIdOf(request), by, (envelope) => {
    assertSees(request.caller, envelope);
    return decide(envelope, by.now);
  });
}

/** As `changeSeen`; returns the envelope's description afterwards. */
export const makeChangeOwn =
  ({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>, show: Show): ChangeOwn =>
  async (request, decide) => {
    await changeSeen({ ledger, clock }, request, decide);
    return show(request);
  };
