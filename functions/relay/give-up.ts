import type { Ports } from '../../shared/ports/ports.ts';
import type { Letters } from '../../shared/ports/workflow.ts';

/** A record of a table's stream. */
interface StreamRecord {
  readonly eventName: string;
  readonly dynamodb: { readonly NewImage?: Readonly<Record<string, unknown>> };
}

type Deps = Pick<Ports, 'watch' | 'clock'> & { readonly letters: Letters };

/** SQS's message limit is 256 KiB. */
const MAX_LETTER_BYTES = 250 * 1024;

/**
 * Puts a record that cannot be processed into the dead-letter queue, as an event with which the function can
 * be invoked again, and makes its envelope due for the next sweep, which repairs it.
 */
export const makeGiveUp =
  ({ letters, watch, clock }: Deps, envelopeIdIn: (record: StreamRecord) => string | undefined) =>
  async (record: StreamRecord): Promise<void> => {
    await letters.post(letterOf(record));
    const envelopeId = envelopeIdIn(record);
    if (envelopeId) await watch.makeDue(envelopeId, clock.now().toISOString());
  };

/** A record too large for SQS is reduced to its keys; the entry itself is in the ledger. */
function letterOf(record: StreamRecord): string {
  const letter = JSON.stringify({ Records: [record] });
  if (Buffer.byteLength(letter) <= MAX_LETTER_BYTES) return letter;
  const { NewImage: _, ...place } = record.dynamodb;
  return JSON.stringify({ Records: [{ ...record, dynamodb: place }] });
}
