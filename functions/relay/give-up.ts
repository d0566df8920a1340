import type { Ports } from '../../shared/ports/ports.ts';
import type { Letters } from '../../shared/ports/workflow.ts';

/** Of a table's stream. */
interface StreamRecord {
  readonly eventName: string;
  readonly dynamodb: { readonly NewImage?: Readonly<Record<string, unknown>> };
}

type Deps = Pick<Ports, 'watch' | 'clock'> & { readonly letters: Letters };

/** SQS takes 256 KiB. */
const MOST_LETTER = 250 * 1024;

/**
 * Keeps a record that cannot be carried, as the event with which the function may be invoked again, and
 * has its envelope looked at by the next sweep, which does what the record would have done.
 */
export const makeGiveUp =
  ({ letters, watch, clock }: Deps, envelopeIdIn: (record: StreamRecord) => string | undefined) =>
  async (record: StreamRecord): Promise<void> => {
    await letters.post(letterOf(record));
    const envelopeId = envelopeIdIn(record);
    if (envelopeId) await watch.makeDue(envelopeId, clock.now().toISOString());
  };

/** The entry itself is in the ledger, under the record's keys. */
function letterOf(record: StreamRecord): string {
  const letter = JSON.stringify({ Records: [record] });
  if (Buffer.byteLength(letter) <= MOST_LETTER) return letter;
  const { NewImage: _, ...place } = record.dynamodb;
  return JSON.stringify({ Records: [{ ...record, dynamodb: place }] });
}
