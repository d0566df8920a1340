import * as z from 'zod';
import { namedBytes } from '../../../shared/contract/named-object.ts';
import { TemplateContent as StoredContent } from '../../../shared/contract/sender/template-answers.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import {
  assertSeesBatch,
  type Batch,
  batchContentKey,
} from '../../../shared/domain/batch/batch.ts';
import { isBatchId } from '../../../shared/domain/batch/batch-id.ts';
import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { NamedPerson } from '../../../shared/domain/template/filled-template.ts';
import type { TemplateContent } from '../../../shared/domain/template/template.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { fieldOf } from '../draft/field-of.ts';
import type { SenderRequest } from '../sender-request.ts';
import type { CheckedRow } from './checked-rows.ts';

/** The version that a batch was checked with, and its rows: both stand though the template goes. */
export interface BatchContent {
  readonly content: TemplateContent;
  readonly rows: readonly CheckedRow[];
}

const Stored = z.object({
  content: StoredContent,
  rows: z.array(
    z.object({
      row: z.number(),
      title: z.string().optional(),
      people: z.array(z.custom<NamedPerson>()),
      values: z.record(z.string(), z.union([z.string(), z.boolean()])),
    }),
  ),
});

/** Stored under its own hash. Answers that. */
export async function storeBatchContent(
  documents: Pick<Ports['documents'], 'put'>,
  id: string,
  given: BatchContent,
): Promise<string> {
  const json = canonicalJson(JSON.parse(JSON.stringify(given)));
  const hash = sha256(json);
  const bytes = new TextEncoder().encode(json);
  await documents.put(batchContentKey(id, hash), bytes, { contentType: 'application/json' });
  return hash;
}

export async function storedBatchContent(
  documents: Pick<Ports['documents'], 'get'>,
  { id, content: hash }: Pick<Batch, 'id' | 'content'>,
): Promise<BatchContent> {
  const bytes = await namedBytes(documents, { key: batchContentKey(id, hash), sha256: hash });
  if (!bytes) throw new Refusal('batch_unknown');
  const { content, rows } = storedJson('batchContent', Stored, bytes);
  return { content: { ...content, fields: content.fields.map(fieldOf) }, rows };
}

/** The named batch, if the caller may see it. */
export async function seenBatch(
  { batches, clock }: Pick<Ports, 'batches' | 'clock'>,
  { caller, path: { id = '' } }: Pick<SenderRequest, 'caller' | 'path'>,
): Promise<Batch> {
  const batch = isBatchId(id) ? await batches.find(id) : undefined;
  assertSeesBatch(caller, batch, clock.now());
  return batch;
}

/** As often as the ledger tries. */
const TRIES = 8;

/** Decides on the newest state; undefined means that there is nothing to change. */
export async function changeBatch(
  { batches }: Pick<Ports, 'batches'>,
  id: string,
  decide: (batch: Batch) => Batch | undefined,
): Promise<Batch> {
  for (let tried = 0; tried < TRIES; tried++) {
    const before = await batches.find(id);
    if (!before) throw new Refusal('batch_unknown');
    const after = decide(before);
    if (!after) return before;
    if (await batches.put(after)) return after;
  }
  throw new Conflict('the batch is changed by many at once');
}
