import { Refusal } from '../../shared/domain/errors.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import { yearsAfter } from '../../shared/domain/retention.ts';
import type { Clock, Evidence, Ledger } from '../../shared/ports.ts';

interface Needed {
  readonly evidence: Evidence;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly clock: Clock;
}

/**
 * Deletes the evidence of envelopes that were purged and untouched for `evidenceYears`; the ledger
 * itself must say so too, since the list is only drawn from it. A deletion that was cut short goes
 * on: what is left of a ledger is older still. Ids are random, so none is ever given again.
 */
export const makeForget =
  ({ evidence, ledger, clock }: Needed, evidenceYears: number) =>
  async (): Promise<{ forgotten: number }> => {
    const instant = yearsAfter(clock.now().toISOString(), -evidenceYears);
    let forgotten = 0;
    for await (const id of evidence.untouchedSince(instant)) {
      const last = (await entriesOf(ledger, id)).at(-1);
      if (last && last.at > instant) continue;
      await evidence.remove(id);
      forgotten += 1;
    }
    return { forgotten };
  };

const entriesOf = (ledger: Needed['ledger'], id: string): Promise<Entry[]> =>
  ledger.entries(id).catch((error) => {
    if (error instanceof Refusal && error.code === 'envelope_unknown') return [];
    throw error;
  });
