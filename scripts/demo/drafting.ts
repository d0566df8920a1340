import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Field, Values } from '../../shared/domain/fields/field.ts';
import type { PageSize } from '../../shared/domain/fields/field-layout.ts';
import type { EnvelopeFacts } from './employee.ts';
import type { Stage } from './stage.ts';

export interface Paper {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fields: (pages: readonly PageSize[], parties: readonly Party[]) => readonly Field[];
  readonly ownValues: Values;
}

/** Creates an envelope and uploads its document. */
export async function draftEnvelope(
  { employee, signers, step }: Stage,
  paper: Paper,
  facts: Partial<EnvelopeFacts> = {},
) {
  const parties = signers.map(({ party }) => party);
  const title = paper.fileName.replace(/\.pdf$/i, '');
  const message = 'Buongiorno, ecco il contratto di cui abbiamo parlato.';
  const envelope = { title, language: 'it' as const, message, parties, ...facts };
  const id = await step('creates an envelope', () => employee.create(envelope));
  const document = await step('uploads the PDF, and intake accepts it', () =>
    employee.upload(id, paper.fileName, paper.bytes),
  );
  return { id, document, parties };
}

/** Creates an envelope and sends it; returns its id. */
export async function sendEnvelope(
  stage: Stage,
  paper: Paper,
  facts: Partial<EnvelopeFacts> = {},
): Promise<string> {
  const { employee, step } = stage;
  const { id, document, parties } = await draftEnvelope(stage, paper, facts);
  await step('places the fields', () => employee.place(id, paper.fields(document.pages, parties)));
  await step('fills in the company’s own values', () => employee.fill(id, paper.ownValues));
  const status = await step('sends', () => employee.send(id));
  if (status !== 202) throw new Error(`send answered ${status}`);
  return id;
}
