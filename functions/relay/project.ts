import type { Envelope } from '../../shared/domain/envelope.ts';
import { evidenceEnd, type Retention } from '../../shared/domain/retention.ts';
import { summaryOf } from '../../shared/domain/summary.ts';
import type { Ports } from '../../shared/ports.ts';
import { publicRecord, type RecordSettings } from './public-record.ts';

export type Project = (envelope: Envelope) => Promise<void>;

export interface ProjectSettings extends RecordSettings {
  readonly retention: Retention;
}

/** Writes the console's list and the public record anew; an older state never replaces a newer one. */
export const makeProject =
  (
    { envelopes, records }: Pick<Ports, 'envelopes' | 'records'>,
    { retention, ...shown }: ProjectSettings,
  ): Project =>
  async (envelope) => {
    const { seq, owner } = envelope;
    const end = evidenceEnd(envelope, retention);
    const kept = { seq, ...(end && { expiresAt: Math.ceil(Date.parse(end) / 1000) }) };
    await envelopes.put({ ...summaryOf(envelope), owner: owner.subject, ...kept });
    const record = publicRecord(envelope, shown);
    if (record) await records.put({ ...record, ...kept });
  };
