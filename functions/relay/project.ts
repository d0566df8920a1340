import type { Envelope } from '../../shared/domain/envelope.ts';
import { summaryOf } from '../../shared/domain/summary.ts';
import type { Ports } from '../../shared/ports.ts';
import { publicRecord } from './public-record.ts';

export type Project = (envelope: Envelope) => Promise<void>;

/** Writes the console's list and the public record anew; an older state never replaces a newer one. */
export const makeProject =
  ({ envelopes, records }: Pick<Ports, 'envelopes' | 'records'>, company: string): Project =>
  async (envelope) => {
    const { seq, owner } = envelope;
    await envelopes.put({ ...summaryOf(envelope), owner: owner.subject, seq });
    const record = publicRecord(envelope, company);
    if (record) await records.put({ ...record, seq });
  };
