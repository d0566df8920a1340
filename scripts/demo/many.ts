import { readCsv } from '../../shared/csv/read-csv.ts';
import { draftEnvelope, type Paper } from './drafting.ts';
import { Mailing } from './mailing.ts';
import type { Stage } from './stage.ts';

/** A template of the paper whose client is named by each row. */
export async function templateForMany(stage: Stage, paper: Paper): Promise<string> {
  const { employee } = stage;
  const draft = await draftEnvelope(stage, paper);
  await employee.place(draft.id, paper.fields(draft.document.pages, draft.parties));
  await employee.fill(draft.id, paper.ownValues);
  const [first, ...others] = draft.parties;
  const template = await employee.makeTemplate(draft.id, 'Fornitura', [
    { id: first!.id, name: 'Direzione', keepPerson: true },
    ...others.map(({ id }, at) => ({ id, name: `Cliente ${at + 1}` })),
  ]);
  await employee.discard(draft.id);
  return template;
}

/** A file with so many clients. */
export const clientsFile = (count: number): string =>
  [
    'Cliente 1: nome;Cliente 1: e-mail',
    ...Array.from({ length: count }, (_, at) => `Persona ${at};persona${at}@verdi.example`),
  ].join('\r\n');

export const mailingOf = ({ api, idToken }: Pick<Stage, 'api' | 'idToken'>): Mailing =>
  new Mailing(api, idToken);

/** Verification codes of the rows that were sent, by the results. */
export async function codesOf(mailing: Mailing, id: string): Promise<string[]> {
  const { rows } = readCsv(await mailing.results(id));
  return rows.map(({ cells }) => (cells[2] ?? '').replaceAll('-', '')).filter(Boolean);
}
