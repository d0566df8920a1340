import { basename } from 'node:path';
import { answered, type Sigillo } from '../client.ts';
import { type Person, personIn } from '../person.ts';
import { sendDocument } from '../send-document.ts';
import { sendTemplate } from '../send-template.ts';
import type { Asked, Command } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { readDocument } from './read-document.ts';
import { UsageError } from './usage-error.ts';

const LANGUAGES = ['it', 'en', 'de', 'fr', 'es'] as const;

export const send: Command = {
  usage: 'send FILE | send --template ID',
  about: 'sends a document or a template; prints its id',
  words: 1,
  options: {
    template: { type: 'string' },
    party: { type: 'string', multiple: true },
    value: { type: 'string', multiple: true },
    title: { type: 'string' },
    message: { type: 'string' },
    in: { type: 'string' },
    'deadline-days': { type: 'string' },
    as: { type: 'string' },
    'external-id': { type: 'string' },
    metadata: { type: 'string', multiple: true },
    'idempotency-key': { type: 'string' },
    draft: { type: 'boolean' },
  },
  run: async (asked, { sigillo }) => {
    const id = await sent(sigillo(), asked);
    const { title, status, verifyUrl } = await answered(
      sigillo().GET('/envelopes/{id}', { params: { path: { id } } }),
    );
    asked.print({ id, title, status, verifyUrl }, [id]);
    return EXIT.done;
  },
};

async function sent(sigillo: Sigillo, asked: Asked): Promise<string> {
  const [file] = asked.words;
  const template = asked.text('template');
  if ((file === undefined) === (template === undefined))
    throw new UsageError('Either a file or --template.');
  const title = asked.text('title');
  const facts = factsOf(asked);
  const common = {
    people: peopleOf(asked),
    headers: headersOf(asked),
    isDraft: asked.has('draft'),
  };
  if (template !== undefined)
    return sendTemplate(sigillo, {
      ...{ ...common, template, values: asked.pairs('value') },
      facts: { ...facts, ...(title && { title }) },
    });
  return document(sigillo, asked, file!, { ...common, facts });
}

type Common = Pick<Parameters<typeof sendDocument>[1], 'people' | 'headers' | 'isDraft' | 'facts'>;

async function document(sigillo: Sigillo, asked: Asked, file: string, common: Common) {
  if (asked.list('value').length > 0)
    throw new UsageError('--value goes with --template: a document has no fields of the company.');
  const fileName = basename(file);
  const title = asked.text('title') ?? fileName.replace(/\.pdf$/i, '');
  const bytes = readDocument(file);
  const language = languageOf(asked);
  return sendDocument(sigillo, { ...common, fileName, bytes, title, language });
}

function languageOf(asked: Asked) {
  const text = asked.text('in');
  const language = LANGUAGES.find((one) => one === text);
  if (text !== undefined && !language)
    throw new UsageError(`--in is one of ${LANGUAGES.join(', ')}.`);
  return language;
}

const peopleOf = (asked: Asked): Person[] => asked.list('party').map(personOf);

function personOf(text: string): Person {
  const person = personIn(text);
  if (!person) throw new UsageError(`--party is written 'role:Name <address or number>': ${text}`);
  return person;
}

function factsOf(asked: Asked) {
  const [message, owner] = [asked.text('message'), asked.text('as')];
  const [externalId, deadlineDays] = [asked.text('external-id'), asked.number('deadline-days')];
  const metadata = asked.pairs('metadata');
  return {
    ...(message !== undefined && { message }),
    ...(owner !== undefined && { owner }),
    ...(externalId !== undefined && { externalId }),
    ...(deadlineDays !== undefined && { deadlineDays }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

function headersOf(asked: Asked): Record<string, string> {
  const key = asked.text('idempotency-key');
  return key === undefined ? {} : { 'idempotency-key': key };
}
