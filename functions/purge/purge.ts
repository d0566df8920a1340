import type { PurgeResult, PurgeTask } from '../../shared/contract/tasks.ts';
import { isRemoved } from '../../shared/domain/envelope/retention.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { purged } from '../../shared/domain/transitions/workflow-steps.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { prefixesOf } from './prefixes-of.ts';

/**
 * Deletes the document and all input, then records it. Throws before the purge time, so that a workflow that
 * woke early retries.
 */
export const makePurge =
  ({ ledger, documents, clock }: Pick<Ports, 'ledger' | 'documents' | 'clock'>) =>
  async ({ envelopeId }: PurgeTask): Promise<PurgeResult> => {
    const envelope = await ledger.load(envelopeId);
    if (!isRemoved(envelope, clock.now())) throw new Error(`${envelopeId}: too early to purge`);
    for (const prefix of prefixesOf(envelopeId)) await documents.removeAll(prefix);
    const by = bySystem('purge', clock.now());
    await ledger.change(envelopeId, by, (current) => purged(current, by.now));
    return { outcome: 'done' };
  };
