import type * as z from 'zod';
import type { BatchAnswer, BatchesAnswer } from '../../../shared/contract/sender/batch-answers.ts';
import type { BatchesQuery } from '../../../shared/contract/sender/batch-inputs.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { batchSummary, describeBatch } from './describe-batch.ts';
import { seenBatch } from './stored-batch.ts';

type ListRequest = SenderRequest<unknown, z.output<typeof BatchesQuery>>;

/** Newest first. */
export const makeListBatches =
  ({ batches }: Pick<Ports, 'batches'>) =>
  async ({ caller, query }: ListRequest): Promise<z.input<typeof BatchesAnswer>> => {
    const { of, limit, cursor } = query;
    if (of === 'all' && !caller.isAdministrator) throw new Refusal('forbidden');
    const page = await batches.list({
      ...(of === 'own' && { owner: caller.subject }),
      ...{ limit, ...(cursor !== undefined && { cursor }) },
    });
    const items = page.items.map(batchSummary);
    return { items, ...(page.cursor && { cursor: page.cursor }) };
  };

export const makeShowBatch =
  (ports: Pick<Ports, 'batches' | 'clock'>, { TIME_ZONE }: { TIME_ZONE: string }) =>
  async (request: SenderRequest): Promise<z.input<typeof BatchAnswer>> => {
    const batch = await seenBatch(ports, request);
    const rows = batch.failed > 0 ? await ports.batches.rows(batch.id) : [];
    return describeBatch(batch, rows, { language: request.language, timeZone: TIME_ZONE });
  };
