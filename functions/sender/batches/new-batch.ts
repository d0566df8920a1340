import type * as z from 'zod';
import type { DryRunAnswer } from '../../../shared/contract/sender/batch-answers.ts';
import type { NewBatchInput } from '../../../shared/contract/sender/batch-inputs.ts';
import { readCsv } from '../../../shared/csv/read-csv.ts';
import { batchDocumentKey } from '../../../shared/domain/batch/batch.ts';
import { newBatch } from '../../../shared/domain/batch/batch-changes.ts';
import { batchIdFrom } from '../../../shared/domain/batch/batch-id.ts';
import {
  firstMessages,
  pauseAfter,
  type Rates,
  summed,
} from '../../../shared/domain/batch/pace.ts';
import { ENVELOPE_ID_BYTES } from '../../../shared/domain/envelope/envelope-id.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { assertMarkFields } from '../../../shared/domain/fields/field-layout.ts';
import { partiesFrom, standIns } from '../../../shared/domain/template/filled-template.ts';
import {
  assertNotArchived,
  assertSeesTemplate,
  type Template,
  versionOf,
} from '../../../shared/domain/template/template.ts';
import { templateDocumentKey } from '../../../shared/domain/template/template-changes.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { SenderChoices } from '../draft/envelope-facts.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { namedTemplate, storedContent } from '../templates/stored-template.ts';
import { checkedRows } from './checked-rows.ts';
import { batchSummary, toldProblems } from './describe-batch.ts';
import type { Reserve } from './reserve.ts';
import { type BatchContent, storeBatchContent } from './stored-batch.ts';

type Deps = Pick<Ports, 'templates' | 'documents' | 'batches' | 'clock' | 'random'> & WithPdf;
type Request = SenderRequest<z.output<typeof NewBatchInput>>;
type Answer = z.input<typeof DryRunAnswer>;

export interface BatchSettings extends SenderChoices {
  readonly RATES: Rates;
}

const MAX_PROBLEMS = 1_000;

/**
 * Checks a file for a template, and names every bad cell. Where there is none, its share of the day's limits is
 * reserved and the batch is ready to start; until then nothing is sent.
 */
export const makeNewBatch =
  (ports: Deps, reserve: Reserve, settings: BatchSettings) =>
  async (request: Request): Promise<Answer> => {
    const { caller, body, language } = request;
    const template = await namedTemplate(ports.templates, request);
    assertSeesTemplate(caller, template);
    assertNotArchived(template);
    const content = await storedContent(ports.documents, template, body.version);
    assertMarkFields(content.fields, standIns(content));
    const csv = readCsv(Buffer.from(body.base64, 'base64'));
    const { rows, problems } = await checkedRows(ports, content, csv, settings, language);
    const reader = { language, timeZone: settings.TIME_ZONE };
    const told = await toldProblems(problems.slice(0, MAX_PROBLEMS), reader);
    const answer = { rows: csv.rows.length, problems: told, problemCount: problems.length };
    if (problems.length > 0) return { ...answer, mails: 0, texts: 0, seconds: 0 };
    const messages = summed(rows.map((row) => firstMessages(partiesFrom(content, row.people))));
    const batch = await kept(ports, reserve, request, template, { content, rows });
    const seconds = pauseAfter(messages, settings.RATES);
    return { ...answer, ...messages, seconds, batch: batchSummary(batch) };
  };

/** Every text message that sending the rows may cause, of all turns. */
export const textsOf = ({ content, rows }: BatchContent): number =>
  rows
    .flatMap(({ people }) => partiesFrom(content, people))
    .filter(({ channel }) => channel.kind === 'sms').length;

/** Stored before it is told of: what is cut short goes with the lifecycle of `batches/`. */
async function kept(
  { documents, batches, clock, random }: Deps,
  reserve: Reserve,
  { caller, body }: Request,
  template: Template,
  given: BatchContent,
) {
  const { subject, email, name } = caller;
  const share = { rows: given.rows.length, texts: textsOf(given) };
  return reserve(subject, share, async (reserved) => {
    const id = batchIdFrom(random(ENVELOPE_ID_BYTES));
    const { sha256 } = given.content.document;
    const source = templateDocumentKey(template.id, sha256);
    if (!(await documents.copy(source, batchDocumentKey(id, sha256))))
      throw new Refusal('template_unknown');
    const content = await storeBatchContent(documents, id, given);
    const { number: version } = versionOf(template, body.version);
    const batch = newBatch(
      {
        ...{ id, content, reserved, rows: share.rows, name: body.fileName },
        owner: { subject, email, name },
        template: { id: template.id, version, name: template.name },
      },
      clock.now(),
    );
    await batches.put(batch);
    return batch;
  });
}
