import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { folded } from '../../../shared/domain/envelope/fold.ts';
import { isForgotten, type Retention } from '../../../shared/domain/envelope/retention.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ledger } from '../../../shared/ports/ledger.ts';
import type { Clock } from '../../../shared/ports/machine.ts';

/** A ledger on which envelopes past retention are unknown, even if not deleted yet. */
export function retainedLedger(ledger: Ledger, retention: Retention, clock: Clock): Ledger {
  function kept<E extends Envelope>(envelope: E): E {
    if (isForgotten(envelope, retention, clock.now())) throw new Refusal('envelope_unknown');
    return envelope;
  }
  return {
    load: async (envelopeId) => kept(await ledger.load(envelopeId)),
    entries: async (envelopeId) => {
      const entries = await ledger.entries(envelopeId);
      kept(folded(entries));
      return entries;
    },
    change: (envelopeId, by, decide) =>
      ledger.change(envelopeId, by, (envelope) => decide(kept(envelope))),
    begin: (envelopeId, by, decision) => ledger.begin(envelopeId, by, decision),
  };
}
