import { standsStill, startedBatch } from '../../../shared/domain/batch/batch-changes.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { changeBatch } from './stored-batch.ts';

type Deps = Pick<Ports, 'batches' | 'batchRuns' | 'clock'>;

/** Starts batches again that run and do not move: their execution was never started, or ended too early. */
export const makeResumeStill = (ports: Deps) => async (): Promise<{ resumed: number }> => {
  let resumed = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.batches.list({ limit: 100, ...(cursor && { cursor }) });
    for (const { id } of page.items.filter((batch) => standsStill(batch, ports.clock.now()))) {
      const now = ports.clock.now();
      const batch = await changeBatch(ports, id, (before) =>
        standsStill(before, now) ? startedBatch(before, before.reserved, now) : undefined,
      );
      await ports.batchRuns.start(id, batch.run);
      resumed++;
    }
    cursor = page.cursor;
  } while (cursor);
  return { resumed };
};
