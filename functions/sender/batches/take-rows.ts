import type { BatchTaken, TakeBatch } from '../../../shared/contract/tasks.ts';
import type { Batch, BatchRow } from '../../../shared/domain/batch/batch.ts';
import { isOpen, progressedBatch, progressOf } from '../../../shared/domain/batch/batch-changes.ts';
import { firstMessages, pageOf, pauseAfter, summed } from '../../../shared/domain/batch/pace.ts';
import { partiesFrom } from '../../../shared/domain/template/filled-template.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { CheckedRow } from './checked-rows.ts';
import type { BatchSettings } from './new-batch.ts';
import {
  type BatchAtWork,
  type RowOutcome,
  type RowPorts,
  type RowSteps,
  sendRow,
} from './send-row.ts';
import { changeBatch, storedBatchContent } from './stored-batch.ts';

type Deps = RowPorts & Pick<Ports, 'documents'>;

const ENDED: BatchTaken = { outcome: 'ended', after: 0, seconds: 1 };

/** Rows at once: more would only wait for the same functions. */
const AT_ONCE = 5;

/** Before rows that were left are taken again. */
const AGAIN_SECONDS = 30;

/**
 * Takes the next page of rows after a row, at the rate that mail and text messages allow, and says where to go
 * on. An execution that another one has followed, or of a batch that was stopped, ends.
 */
export const makeTakeRows =
  (ports: Deps, steps: RowSteps, settings: BatchSettings) =>
  async ({ batchId, run, after }: TakeBatch): Promise<BatchTaken> => {
    const batch = await ports.batches.find(batchId);
    if (batch?.run !== run || batch.state !== 'running') return ENDED;
    const work = { batch, ...(await storedBatchContent(ports.documents, batch)) };
    const taken = await takenRows(ports, batchId);
    const open = work.rows.filter(({ row }) => isOpen(taken.get(row), batch.attempt));
    const ahead = open.filter(({ row }) => row > after);
    const messagesOf = ({ people }: CheckedRow) => firstMessages(partiesFrom(work.content, people));
    const page = pageOf(ahead, messagesOf, settings.RATES);
    const outcomes = await inLanes(page, (checked) =>
      sendRow(ports, steps, settings, work, checked, taken.get(checked.row)),
    );
    assertSomething(outcomes);
    const state = await progressed(ports, work, run);
    if (state !== 'running') return ENDED;
    const seconds = pauseAfter(summed(page.map(messagesOf)), settings.RATES);
    return ahead.length > page.length
      ? { outcome: 'more', after: page.at(-1)!.row, seconds }
      : { outcome: 'more', after: 0, seconds: AGAIN_SECONDS };
  };

const takenRows = async ({ batches }: Pick<Ports, 'batches'>, id: string) =>
  new Map((await batches.rows(id)).map((row): [number, BatchRow] => [row.row, row]));

async function inLanes(
  page: readonly CheckedRow[],
  act: (row: CheckedRow) => Promise<RowOutcome>,
): Promise<RowOutcome[]> {
  const waiting = page.values();
  const outcomes: RowOutcome[] = [];
  async function lane() {
    for (const row of waiting) outcomes.push(await act(row));
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return outcomes;
}

/** Where nothing went through, a service is down: the workflow's longer pauses are better than the next page. */
function assertSomething(outcomes: readonly RowOutcome[]): void {
  if (outcomes.length > 0 && outcomes.every((outcome) => outcome === 'left'))
    throw new Error('no row went through');
}

/** Counted from the rows, so that it is right whoever was cut short. */
async function progressed(
  ports: Pick<Ports, 'batches' | 'clock'>,
  { batch: { id, attempt } }: BatchAtWork,
  run: number,
): Promise<Batch['state'] | undefined> {
  const progress = progressOf(await ports.batches.rows(id), attempt);
  const after = await changeBatch(ports, id, (batch) =>
    progressedBatch(batch, run, progress, ports.clock.now()),
  );
  return after.run === run ? after.state : undefined;
}
