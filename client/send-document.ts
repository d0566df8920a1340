import type { CreateInput, PlaceInput, SuggestionsAnswer } from './api-types.ts';
import { answered, type Sigillo } from './client.ts';
import { Refused } from './failure.ts';
import { postFile } from './file-transfer.ts';
import { asked } from './pause.ts';
import type { Person } from './person.ts';

type Facts = Omit<CreateInput, 'parties' | 'language' | 'title'>;
type Party = CreateInput['parties'][number];
type Field = PlaceInput['fields'][number];

export interface DocumentToSend {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly title: string;
  readonly people: readonly Person[];
  /** Of the document and of those who sign; default: the company's first. */
  readonly language?: Party['language'] | undefined;
  readonly facts: Facts;
  /** Headers of the request that sends. */
  readonly headers: Readonly<Record<string, string>>;
  /** Leaves a draft for the console. */
  readonly isDraft: boolean;
}

/** Sending was refused after the draft had been made, which stands. */
export class DraftLeft extends Refused {
  readonly id: string;

  constructor(id: string, { status, message, code, facts, issues }: Refused) {
    super(status, { title: message, code, facts, issues });
    this.id = id;
  }
}

/**
 * Uploads a document with fields where its tags, its form or its lines say whose they are
 * (docs/tags.md), and sends it to the people, each after the one before. Returns its id.
 */
export async function sendDocument(sigillo: Sigillo, document: DocumentToSend): Promise<string> {
  const { language, title, people, facts } = document;
  const spoken = language ?? (await answered(sigillo.GET('/settings'))).languages[0]!;
  const body = { ...facts, title, language: spoken, parties: partiesOf(people, spoken) };
  const { id } = await answered(sigillo.POST('/envelopes', { body }));
  try {
    await complete(sigillo, id, document, body.parties);
  } catch (error) {
    throw error instanceof Refused ? new DraftLeft(id, error) : error;
  }
  return id;
}

/** The n-th of a role is `client2`, as tags name it. */
function partiesOf(people: readonly Person[], language: Party['language']): Party[] {
  const counts = new Map<string, number>();
  return people.map(({ role, name, channel }, turn) => {
    const number = (counts.get(role) ?? 0) + 1;
    counts.set(role, number);
    const id = number === 1 ? role : `${role}${number}`;
    return { id, role: role as Party['role'], turn, name, channel, language };
  });
}

async function complete(
  sigillo: Sigillo,
  id: string,
  { fileName, bytes, headers, isDraft }: DocumentToSend,
  parties: readonly Party[],
): Promise<void> {
  const params = { path: { id } };
  await upload(sigillo, id, fileName, bytes);
  const found = await answered(sigillo.GET('/envelopes/{id}/suggestions', { params }));
  const fields = fieldsOf(found, parties);
  if (fields.length > 0)
    await answered(sigillo.PUT('/envelopes/{id}/fields', { params, body: { fields } }));
  if (!isDraft)
    await answered(
      sigillo.POST('/envelopes/{id}/send', { params: { ...params, header: headers }, headers }),
    );
}

async function upload(
  sigillo: Sigillo,
  id: string,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const params = { path: { id } };
  const body = { fileName, size: bytes.length };
  const ticket = await answered(sigillo.POST('/envelopes/{id}/upload', { params, body }));
  await postFile(ticket, bytes);
  await asked(async () => {
    const { document, refusedDocument } = await answered(
      sigillo.GET('/envelopes/{id}', { params }),
    );
    if (refusedDocument?.upload === ticket.upload)
      throw new Refused(422, { title: refusedDocument.sentence, code: refusedDocument.code });
    return document?.upload === ticket.upload || undefined;
  });
}

/** Suggested fields that are somebody's; without a label they are called after the person. */
const fieldsOf = ({ suggestions }: SuggestionsAnswer, parties: readonly Party[]): Field[] =>
  suggestions.flatMap(({ source: _, meant: __, party, label, ...place }, index) => {
    const owner = parties.find(({ id }) => id === party);
    if (!owner) return [];
    return [{ ...place, id: `f${index + 1}`, party: owner.id, label: label ?? owner.name }];
  });
