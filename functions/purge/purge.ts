import type { PurgeResult, PurgeTask } from '../../shared/contract/tasks.ts';
import { purged } from '../../shared/domain/closing.ts';
import { isRemoved } from '../../shared/domain/retention.ts';
import type { Ports } from '../../shared/ports.ts';
import { prefixesOf } from './prefixes-of.ts';

/**
 * Removes the document and all that was filled into it, then says so in the ledger. Before the hour
 * it throws a fault, so that a workflow that woke early tries again.
 */
export const makePurge =
  ({ ledger, documents, clock }: Pick<Ports, 'ledger' | 'documents' | 'clock'>) =>
  async ({ envelopeId }: PurgeTask): Promise<PurgeResult> => {
    const envelope = await ledger.load(envelopeId);
    if (!isRemoved(envelope, clock.now())) throw new Error(`${envelopeId}: too early to purge`);
    for (const prefix of prefixesOf(envelopeId)) await documents.removeAll(prefix);
    await ledger.change(envelopeId, (current) => purged(current, clock.now()));
    return { outcome: 'done' };
  };
