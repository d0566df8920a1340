import type { Ports } from '../../shared/ports.ts';

/** Envelopes looked at together: enough to see many in an hour, few enough for every service. */
const AT_ONCE = 10;

export interface SweepReport {
  readonly seen: number;
  /** Ids that a person must look at. */
  readonly stuck: string[];
}

interface Steps {
  /** False if the envelope needs a person. */
  readonly repair: (envelopeId: string) => Promise<boolean>;
  readonly onFault: (envelopeId: string, fault: unknown) => void;
}

/** Looks at every envelope that is not yet purged; one that fails keeps no other from being seen. */
export const makeSweep =
  (
    { envelopes }: { envelopes: Pick<Ports['envelopes'], 'unfinished'> },
    { repair, onFault }: Steps,
  ) =>
  async (): Promise<SweepReport> => {
    const stuck: string[] = [];
    let seen = 0;
    let batch: string[] = [];
    const repaired = (id: string) =>
      // What one call of a service refused, the next may not: only a fault that stays needs a person.
      repair(id)
        .catch(() => repair(id))
        .catch((fault: unknown) => {
          onFault(id, fault);
          return false;
        });
    const look = async () => {
      const sound = await Promise.all(batch.map(repaired));
      stuck.push(...batch.filter((_, index) => !sound[index]));
      seen += batch.length;
      batch = [];
    };
    for await (const { id } of envelopes.unfinished()) {
      if (batch.push(id) === AT_ONCE) await look();
    }
    await look();
    return { seen, stuck };
  };
