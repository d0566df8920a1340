import { type Batch, type BatchRow, batchDocumentKey } from '../../../shared/domain/batch/batch.ts';
import {
  failedRow,
  MAX_TRIES,
  sentRow,
  takenRow,
} from '../../../shared/domain/batch/batch-changes.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../../../shared/domain/envelope/envelope-id.ts';
import { ignoreUnknown, Refusal } from '../../../shared/domain/errors.ts';
import { discard } from '../../../shared/domain/transitions/drafting.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';
import { changeSeen } from '../access/change-own.ts';
import type { LaidOut, PutLaidOut } from '../draft/begin-laid-out.ts';
import type { SenderChoices } from '../draft/envelope-facts.ts';
import type { SendOnce } from '../draft/send.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { filledOut } from '../templates/filled-out.ts';
import { type CheckedRow, useOf } from './checked-rows.ts';
import type { BatchContent } from './stored-batch.ts';

export type RowPorts = Pick<Ports, 'batches' | 'ledger' | 'clock' | 'random'> & WithPdf;

export interface RowSteps {
  readonly putLaidOut: PutLaidOut;
  readonly sendOnce: SendOnce;
  /** Tells the log of a fault; the row is taken again. */
  readonly logFault: (fault: unknown) => void;
}

export interface BatchAtWork extends BatchContent {
  readonly batch: Batch;
}

/** `left`: taken again later, after a fault or because somebody else is at it. */
export type RowOutcome = 'sent' | 'failed' | 'left';

/**
 * One row's envelope, made and sent once however often the row is taken: its id is stored before anything is
 * made under it, and each step after that is a conditional write on that id.
 */
export async function sendRow(
  ports: RowPorts,
  steps: RowSteps,
  offered: SenderChoices,
  work: BatchAtWork,
  checked: CheckedRow,
  standing: BatchRow | undefined,
): Promise<RowOutcome> {
  const { batch } = work;
  const id = envelopeIdFrom(ports.random(ENVELOPE_ID_BYTES));
  const row = takenRow(checked.row, standing, batch.attempt, id);
  if (!(await ports.batches.putRow(batch, row))) return 'left';
  try {
    await send(ports, steps, offered, work, checked, row);
    return (await ports.batches.putRow(batch, sentRow(row))) ? 'sent' : 'left';
  } catch (error) {
    return failed(ports, steps, batch, row, error);
  }
}

async function send(
  ports: RowPorts,
  { putLaidOut, sendOnce }: RowSteps,
  offered: SenderChoices,
  { batch, content }: BatchAtWork,
  checked: CheckedRow,
  row: BatchRow,
): Promise<void> {
  const known = await ports.ledger.load(row.envelopeId).catch(ignoreUnknown);
  if (known && isSent(known)) return;
  const { subject, email, name } = batch.owner;
  const laidOut: LaidOut = {
    owner: { subject, email, name },
    ...(await filledOut(ports, content, useOf(checked), offered)),
    document: { ...content.document, key: batchDocumentKey(batch.id, content.document.sha256) },
    gone: () => new Refusal('batch_unknown'),
    template: {
      ...{ id: batch.template.id, version: batch.template.version },
      batch: { id: batch.id, row: row.row },
    },
  };
  const request = requestFor(batch, row);
  await putLaidOut(request.caller, row.envelopeId, laidOut);
  await sendOnce(request);
}

/** It went out, whatever became of it since. */
const isSent = ({ status }: Envelope): boolean => status !== 'draft';

/** As its owner would ask for it. */
function requestFor({ owner }: Batch, { envelopeId }: BatchRow): SenderRequest {
  const caller: Caller = { ...owner, isAdministrator: false, emailVerified: false };
  return { caller, path: { id: envelopeId }, body: {}, query: {}, language: 'it' };
}

/** A refused row fails, and its draft is deleted; a fault is tried again, so often as is likely to help. */
async function failed(
  ports: RowPorts,
  { logFault }: RowSteps,
  batch: Batch,
  row: BatchRow,
  error: unknown,
): Promise<RowOutcome> {
  if (error instanceof Refusal) {
    await changeSeen(ports, requestFor(batch, row), discard).catch(ignoreRefusal);
    const { code, detail } = error;
    return (await ports.batches.putRow(batch, failedRow(row, { code, detail })))
      ? 'failed'
      : 'left';
  }
  logFault(error);
  if (row.tries < MAX_TRIES) return 'left';
  const given = failedRow(row, { code: 'internal', detail: {} });
  return (await ports.batches.putRow(batch, given)) ? 'failed' : 'left';
}

/** It was never begun, or is deleted already. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
