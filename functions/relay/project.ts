import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { listRow, rowExpiry } from '../../shared/domain/envelope/list-row.ts';
import type { Retention } from '../../shared/domain/envelope/retention.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { publicRecord, type RecordSettings } from './public-record.ts';

/** `lookedAt`: when the sweep last checked the envelope. */
export type Project = (envelope: Envelope, lookedAt?: Date) => Promise<void>;

export interface ProjectSettings extends RecordSettings {
  readonly retention: Retention;
}

/** Writes list row and public record; an older state never replaces a newer one. */
export const makeProject =
  (
    { envelopes, records }: Pick<Ports, 'envelopes' | 'records'>,
    { retention, ...shown }: ProjectSettings,
  ): Project =>
  async (envelope, lookedAt) => {
    await envelopes.put(listRow(envelope, retention, lookedAt));
    const record = publicRecord(envelope, shown);
    const { seq } = envelope;
    if (record) await records.put({ ...record, seq, ...rowExpiry(envelope, retention) });
  };
