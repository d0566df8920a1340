import type * as z from 'zod';
import type { BatchResultsQuery } from '../../../shared/contract/sender/batch-inputs.ts';
import { writeCsv } from '../../../shared/csv/write-csv.ts';
import type { BatchRow } from '../../../shared/domain/batch/batch.ts';
import { type Column, namedColumns, sampleColumns } from '../../../shared/domain/batch/columns.ts';
import { RESULT_WORDS, resultNames } from '../../../shared/domain/batch/result-words.ts';
import { groupedEnvelopeId } from '../../../shared/domain/envelope/envelope-id.ts';
import type { Language } from '../../../shared/domain/envelope/party.ts';
import type { Value } from '../../../shared/domain/fields/field.ts';
import {
  assertSeesTemplate,
  type TemplateContent,
} from '../../../shared/domain/template/template.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { PresignedDownload } from '../files/presigned-download.ts';
import type { SenderRequest } from '../sender-request.ts';
import { namedTemplate, storedContent } from '../templates/stored-template.ts';
import type { CheckedRow } from './checked-rows.ts';
import { failuresIn, toldProblems } from './describe-batch.ts';
import { SAMPLE_ADDRESS } from './read-cell.ts';
import { seenBatch, storedBatchContent } from './stored-batch.ts';

type Cells = (string | number)[];
type ResultsRequest = SenderRequest<unknown, z.output<typeof BatchResultsQuery>>;

const CSV = { contentType: 'text/csv; charset=utf-8' } as const;

/** A file for the template with one row, which no sending accepts: its addresses are nobody's. */
export const makeTemplateSample =
  ({ templates, documents }: Pick<Ports, 'templates' | 'documents'>, download: PresignedDownload) =>
  async (request: SenderRequest) => {
    const template = await namedTemplate(templates, request);
    assertSeesTemplate(request.caller, template);
    const content = await storedContent(documents, template);
    const columns = sampleColumns(content, request.language);
    const row = columns.map(({ column }) => sampleCell(column, content));
    const bytes = writeCsv([columns.map(({ name }) => name), row], request.language);
    const key = `exports/${template.id}/sample-${template.version}-${request.language}.csv`;
    await documents.put(key, bytes, CSV);
    return download(key, { fileName: `${template.name}.csv`, inline: false });
  };

function sampleCell(column: Column, { values }: TemplateContent): string {
  if (column.part === 'value') return shownValue(values[column.field.id]);
  if (column.part === 'name') return column.place.person?.name ?? column.place.name;
  if (column.part === 'address') return SAMPLE_ADDRESS;
  return column.part === 'number' ? '+39…' : '';
}

const shownValue = (value: Value | undefined): string => (value === true ? 'x' : value || '');

/**
 * Each row with what became of it. Mended, the failed ones alone can be sent again as they are: the columns of
 * results are ignored.
 */
export const makeBatchResults =
  (
    ports: Pick<Ports, 'batches' | 'documents' | 'clock'>,
    download: PresignedDownload,
    { TIME_ZONE: timeZone }: { TIME_ZONE: string },
  ) =>
  async (request: ResultsRequest) => {
    const { language, query } = request;
    const batch = await seenBatch(ports, request);
    const { content, rows } = await storedBatchContent(ports.documents, batch);
    const taken = await ports.batches.rows(batch.id);
    const told = await toldProblems(failuresIn(taken), { language, timeZone });
    const titles = new Map(told.map(({ row, title }) => [row, title]));
    const states = new Map(taken.map((row) => [row.row, row]));
    const wanted = rows.filter(({ row }) => !query.failed || states.get(row)?.state === 'failed');
    const columns = usedColumns(content, wanted, language);
    const lines = wanted.map((row) => [
      ...resultCells(row.row, states.get(row.row), titles.get(row.row), language),
      ...columns.map(({ column }) => cellOf(column, row)),
    ]);
    const header = [...resultNames(language), ...columns.map(({ name }) => name)];
    const part = query.failed ? 'failed' : 'all';
    const key = `exports/${batch.id}/${part}-${batch.seq}-${language}.csv`;
    await ports.documents.put(key, writeCsv([header, ...lines], language), CSV);
    return download(key, { fileName: resultName(batch.name, part), inline: false });
  };

const resultName = (name: string, part: string): string =>
  `${name.replace(/\.csv$/i, '')}-${part}.csv`;

const usedColumns = (content: TemplateContent, rows: readonly CheckedRow[], language: Language) =>
  namedColumns(content, language).filter(({ column }) =>
    rows.some((row) => cellOf(column, row) !== ''),
  );

function resultCells(
  row: number,
  taken: BatchRow | undefined,
  title: string | undefined,
  language: Language,
): Cells {
  const { states } = RESULT_WORDS[language];
  const code = taken?.state === 'sent' ? groupedEnvelopeId(taken.envelopeId) : '';
  return [row, states[taken?.state ?? 'waiting'], code, title ?? ''];
}

/** As it is read again. */
function cellOf(column: Column, { title, people, values }: CheckedRow): string {
  if (column.part === 'title') return title ?? '';
  if (column.part === 'result') return '';
  if (column.part === 'value') return shownValue(values[column.field.id]);
  const person = people.find(({ place }) => place === column.place.id);
  if (column.part === 'name') return person?.name ?? '';
  if (column.part === 'language') return person?.language ?? '';
  const { channel } = person ?? {};
  if (column.part === 'address') return channel?.kind === 'email' ? channel.address : '';
  return channel?.kind === 'sms' ? channel.number : '';
}
