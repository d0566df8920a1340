import { daysAfter } from '../envelope/retention.ts';
import {
  BATCH_DAYS,
  type Batch,
  type BatchRow,
  type BatchState,
  type Progress,
  type Reserved,
} from './batch.ts';

type Given = Pick<Batch, 'id' | 'name' | 'owner' | 'template' | 'rows' | 'content' | 'reserved'>;

/** A checked file: nothing is sent before it is started. */
export function newBatch(given: Given, now: Date): Batch {
  const at = now.toISOString();
  const expiresAt = daysAfter(at, BATCH_DAYS);
  const dates = { createdAt: at, updatedAt: at, expiresAt };
  return { ...given, ...dates, seq: 0, state: 'ready', run: 0, attempt: 1, sent: 0, failed: 0 };
}

/** A batch that has not moved for so long lost its execution before that began. */
const STILL_MS = 10 * 60_000;

export const standsStill = ({ state, updatedAt }: Batch, now: Date): boolean =>
  state === 'running' && now.getTime() - Date.parse(updatedAt) >= STILL_MS;

/** Goes on, or begins; undefined if it does already or there is nothing left to do. */
export const startedBatch = (batch: Batch, reserved: Reserved, now: Date): Batch | undefined =>
  batch.state === 'ready' || batch.state === 'stopped' || standsStill(batch, now)
    ? next(batch, { state: 'running', run: batch.run + 1, reserved }, now)
    : undefined;

/** Rows that are under way are finished; undefined unless it runs. */
export const stoppedBatch = (batch: Batch, now: Date): Batch | undefined =>
  batch.state === 'running' ? next(batch, { state: 'stopped' }, now) : undefined;

/** Takes the failed rows once more; undefined if there are none or it runs. */
export const retriedBatch = (batch: Batch, reserved: Reserved, now: Date): Batch | undefined =>
  batch.failed > 0 && (batch.state === 'stopped' || batch.state === 'done')
    ? next(
        batch,
        { state: 'running', run: batch.run + 1, attempt: batch.attempt + 1, failed: 0, reserved },
        now,
      )
    : undefined;

/** What the execution of that number saw; undefined if another one has taken over. */
export function progressedBatch(
  batch: Batch,
  run: number,
  { sent, failed }: Progress,
  now: Date,
): Batch | undefined {
  if (batch.run !== run) return undefined;
  const isDone = sent + failed >= batch.rows;
  const state: BatchState = isDone ? 'done' : batch.state;
  return next(batch, { sent, failed, state }, now);
}

const next = (batch: Batch, changes: Partial<Batch>, now: Date): Batch => ({
  ...batch,
  ...changes,
  seq: batch.seq + 1,
  updatedAt: now.toISOString(),
});

/** How often a row is taken before it counts as failed: with the workflow's pauses, more than an hour. */
export const MAX_TRIES = 12;

/** A row taken for the first time, once more after a fault, or in a further attempt after a failure. */
export function takenRow(
  row: number,
  standing: BatchRow | undefined,
  attempt: number,
  newEnvelopeId: string,
): BatchRow {
  if (!standing)
    return { row, seq: 0, state: 'begun', envelopeId: newEnvelopeId, attempt, tries: 1 };
  const { seq, envelopeId, tries } = standing;
  return standing.state === 'failed'
    ? { row, seq: seq + 1, state: 'begun', envelopeId: newEnvelopeId, attempt, tries: 1 }
    : { row, seq: seq + 1, state: 'begun', envelopeId, attempt, tries: tries + 1 };
}

export const sentRow = ({ problem: _, ...row }: BatchRow): BatchRow => ({
  ...row,
  seq: row.seq + 1,
  state: 'sent',
});

export const failedRow = (row: BatchRow, problem: NonNullable<BatchRow['problem']>): BatchRow => ({
  ...row,
  seq: row.seq + 1,
  state: 'failed',
  problem,
});

/** Whether there is something left to do for it in this attempt. */
export const isOpen = (row: BatchRow | undefined, attempt: number): boolean =>
  !row || row.state === 'begun' || (row.state === 'failed' && row.attempt < attempt);

/** Failed ones of an earlier attempt are open again. */
export const progressOf = (rows: readonly BatchRow[], attempt: number): Progress => ({
  sent: rows.filter(({ state }) => state === 'sent').length,
  failed: rows.filter((row) => row.state === 'failed' && row.attempt === attempt).length,
});
