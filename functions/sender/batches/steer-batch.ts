import type * as z from 'zod';
import type { BatchAnswer } from '../../../shared/contract/sender/batch-answers.ts';
import type { Batch, Reserved } from '../../../shared/domain/batch/batch.ts';
import {
  isOpen,
  retriedBatch,
  startedBatch,
  stoppedBatch,
} from '../../../shared/domain/batch/batch-changes.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { describeBatch } from './describe-batch.ts';
import { textsOf } from './new-batch.ts';
import type { Reserve } from './reserve.ts';
import { changeBatch, seenBatch, storedBatchContent } from './stored-batch.ts';

type Deps = Pick<Ports, 'batches' | 'batchRuns' | 'documents' | 'clock'>;
type Answer = z.input<typeof BatchAnswer>;
type Decide = (batch: Batch, reserved: Reserved, now: Date) => Batch | undefined;

interface Settings {
  readonly TIME_ZONE: string;
}

/** Begins, or goes on after a stop. */
export const makeStartBatch = (ports: Deps, reserve: Reserve, settings: Settings) =>
  makeRun(ports, reserve, settings, startedBatch);

/** Takes the failed rows once more, each as a new envelope: what a refused one left was deleted. */
export const makeRetryBatch = (ports: Deps, reserve: Reserve, settings: Settings) =>
  makeRun(ports, reserve, settings, retriedBatch);

/** Rows under way are still finished. */
export const makeStopBatch =
  (ports: Deps, settings: Settings) =>
  async (request: SenderRequest): Promise<Answer> => {
    const { id } = await seenBatch(ports, request);
    const batch = await changeBatch(ports, id, (before) => stoppedBatch(before, ports.clock.now()));
    return described(ports, request, batch, settings);
  };

/**
 * Noted first, then started: an execution whose start was lost is started by asking again, or by the hourly
 * look at batches that stand still.
 */
const makeRun =
  (ports: Deps, reserve: Reserve, settings: Settings, decide: Decide) =>
  async (request: SenderRequest): Promise<Answer> => {
    const before = await seenBatch(ports, request);
    const change = (reserved: Reserved) =>
      changeBatch(ports, before.id, (batch) => decide(batch, reserved, ports.clock.now()));
    const batch = await reserving(ports, reserve, before, decide, change);
    if (batch.state === 'running') await ports.batchRuns.start(batch.id, batch.run);
    return described(ports, request, batch, settings);
  };

/** What was reserved holds for that day; on another one, what is left to do is reserved anew. */
async function reserving(
  ports: Deps,
  reserve: Reserve,
  before: Batch,
  decide: Decide,
  change: (reserved: Reserved) => Promise<Batch>,
): Promise<Batch> {
  const now = ports.clock.now();
  const next = decide(before, before.reserved, now);
  if (!next) return before;
  if (before.reserved.day === now.toISOString().slice(0, 10)) return change(before.reserved);
  const { content, rows } = await storedBatchContent(ports.documents, before);
  const taken = new Map((await ports.batches.rows(before.id)).map((row) => [row.row, row]));
  const left = rows.filter(({ row }) => isOpen(taken.get(row), next.attempt));
  const share = { rows: left.length, texts: textsOf({ content, rows: left }) };
  return reserve(before.owner.subject, share, change);
}

const described = async (
  { batches }: Pick<Ports, 'batches'>,
  { language }: SenderRequest,
  batch: Batch,
  { TIME_ZONE: timeZone }: Settings,
): Promise<Answer> => describeBatch(batch, await batches.rows(batch.id), { language, timeZone });
