import type * as z from 'zod';
import type {
  BatchAnswer,
  BatchSummary,
  CellProblem as ToldProblem,
} from '../../../shared/contract/sender/batch-answers.ts';
import type { Batch, BatchRow } from '../../../shared/domain/batch/batch.ts';
import type { Language } from '../../../shared/domain/envelope/party.ts';
import type { CellProblem } from './attempted.ts';

/** In which language and time zone people are told. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

type Told = z.input<typeof ToldProblem>;

export const batchSummary = ({
  owner,
  template,
  ...batch
}: Batch): z.input<typeof BatchSummary> => ({
  ...batch,
  template: { id: template.id, version: template.version, name: template.name },
  owner: { subject: owner.subject, name: owner.name },
});

const MAX_FAILURES = 100;

export async function describeBatch(
  batch: Batch,
  rows: readonly BatchRow[],
  reader: Reader,
): Promise<z.input<typeof BatchAnswer>> {
  const failures = failuresIn(rows).slice(0, MAX_FAILURES);
  return { ...batchSummary(batch), failures: await toldProblems(failures, reader) };
}

/** A row that failed by no rule, as any other fault, has no sentence of its own. */
type Failure = Omit<CellProblem, 'code'> & { readonly code: CellProblem['code'] | 'internal' };

export const failuresIn = (rows: readonly BatchRow[]): Failure[] =>
  rows.flatMap(({ row, state, problem }) =>
    state === 'failed' && problem ? [{ ...problem, row }] : [],
  );

/** With their sentences, which are imported with the first. */
export async function toldProblems(
  problems: readonly Failure[],
  { language, timeZone }: Reader,
): Promise<Told[]> {
  if (problems.length === 0) return [];
  const { refusalSentence } = await import('../../../shared/contract/refusals/refusal-sentence.ts');
  return problems.map(({ row, column, code, detail }) => ({
    ...{ row, code, ...(column !== undefined && { column }) },
    title:
      code === 'internal'
        ? INTERNAL[language]
        : refusalSentence({ code, detail }, language, timeZone),
  }));
}

const INTERNAL: Readonly<Record<Language, string>> = {
  it: 'Qualcosa non ha funzionato: riprovi con le righe non riuscite.',
  en: 'Something went wrong: try the failed rows again.',
  de: 'Etwas hat nicht funktioniert: Versuchen Sie die fehlgeschlagenen Zeilen noch einmal.',
  fr: 'Quelque chose n’a pas fonctionné : réessayez avec les lignes en échec.',
  es: 'Algo no ha funcionado: vuelva a intentarlo con las filas fallidas.',
};
