import type { EnvelopeAnswer, ListAnswer } from '../api-types.ts';
import { answered } from '../client.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-codes.ts';

export const templates: Command = {
  usage: 'templates',
  about: 'the templates, with the roles that a use fills',
  words: 0,
  options: { as: { type: 'string' }, limit: { type: 'string' }, cursor: { type: 'string' } },
  run: async (asked, { sigillo }) => {
    const [owner, limit, cursor] = [asked.text('as'), asked.number('limit'), asked.text('cursor')];
    const query = { ...(owner && { owner }), ...(limit && { limit }), ...(cursor && { cursor }) };
    const answer = await answered(sigillo().GET('/templates', { params: { query } }));
    const lines = answer.items.map(({ id, name, places }) =>
      columns(id, name, places.map((place) => place.name).join(', ')),
    );
    asked.print(answer, [...lines, ...more(answer.cursor)]);
    return EXIT.done;
  },
};

export const list: Command = {
  usage: 'list',
  about: 'envelopes, newest first',
  words: 0,
  options: {
    search: { type: 'string' },
    as: { type: 'string' },
    limit: { type: 'string' },
    cursor: { type: 'string' },
  },
  run: async (asked, { sigillo }) => {
    const [search, owner] = [asked.text('search'), asked.text('as')];
    const [limit, cursor] = [asked.number('limit'), asked.text('cursor')];
    const query = {
      ...(search && { search }),
      ...(owner && { owner }),
      ...(limit && { limit }),
      ...(cursor && { cursor }),
    };
    const answer = await answered(sigillo().GET('/envelopes', { params: { query } }));
    asked.print(answer, [...answer.items.map(lineOf), ...more(answer.cursor)]);
    return EXIT.done;
  },
};

export const show: Command = {
  usage: 'show ID',
  about: 'an envelope, who has signed and what happened',
  words: 1,
  run: async (asked, { sigillo }) => {
    const path = { id: asked.words[0]! };
    const envelope = await answered(sigillo().GET('/envelopes/{id}', { params: { path } }));
    asked.print(envelope, shown(envelope));
    return EXIT.done;
  },
};

const columns = (...texts: readonly string[]): string => texts.join('  ');

const more = (cursor: string | undefined): string[] => (cursor ? [`More: --cursor ${cursor}`] : []);

const lineOf = ({ id, status, title, waitingFor }: ListAnswer['items'][number]): string =>
  columns(
    id,
    status.padEnd(9),
    title,
    ...(waitingFor.length > 0 ? [`(${waitingFor.join(', ')})`] : []),
  );

const shown = (envelope: EnvelopeAnswer): string[] => [
  columns(envelope.id, envelope.status, envelope.title),
  ...(envelope.reason ? [`Reason: ${envelope.reason}`] : []),
  ...envelope.parties.map(({ id, name, invitedAt, signedAt }) =>
    columns(`  ${id.padEnd(12)}`, name, partyState(invitedAt, signedAt)),
  ),
  ...envelope.timeline.map(eventLine),
  `Verify: ${envelope.verifyUrl}`,
];

const partyState = (invitedAt: string | undefined, signedAt: string | undefined): string =>
  signedAt ? `signed ${signedAt}` : invitedAt ? `invited ${invitedAt}` : 'not invited yet';

export const eventLine = ({ at, type, party }: EnvelopeAnswer['timeline'][number]): string =>
  columns(at, type, ...(party ? [party] : []));
