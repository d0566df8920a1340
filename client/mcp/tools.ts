import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { linesOf } from '../cli/exit-codes.ts';
import { answered, type Sigillo } from '../client.ts';
import { fetchFile } from '../file-transfer.ts';
import { personIn } from '../person.ts';
import { sendTemplate, Unfitting } from '../send-template.ts';

const READS = { readOnlyHint: true } as const;

/** An answer as text, or a refusal in the server's words, which the model can act on. */
async function told(answer: Promise<unknown>) {
  try {
    return {
      content: [{ type: 'text' as const, text: JSON.stringify(await answer, undefined, 2) }],
    };
  } catch (error) {
    return { isError: true, content: [{ type: 'text' as const, text: linesOf(error).join('\n') }] };
  }
}

/** A server of the Model Context Protocol, whose tools do what the command line does. */
export function mcpServer(sigillo: Sigillo, version: string): McpServer {
  const server = new McpServer({ name: 'sigillo', version });
  readingTools(server, sigillo);
  actingTools(server, sigillo);
  return server;
}

const id = z.string().describe('The envelope’s id');

function readingTools(server: McpServer, sigillo: Sigillo): void {
  server.registerTool(
    'find_template',
    {
      description: 'Templates whose name contains the words, with the roles that people fill.',
      inputSchema: z.object({ words: z.string().default('') }),
      annotations: READS,
    },
    ({ words }) => told(templatesNamed(sigillo, words)),
  );
  server.registerTool(
    'find_envelopes',
    {
      description: 'Envelopes, newest first; words of title, names and addresses narrow them.',
      inputSchema: z.object({ search: z.string().optional(), cursor: z.string().optional() }),
      annotations: READS,
    },
    ({ search, cursor }) => {
      const query = { ...(search && { search }), ...(cursor && { cursor }) };
      return told(answered(sigillo.GET('/envelopes', { params: { query } })));
    },
  );
  server.registerTool(
    'follow',
    {
      description: 'An envelope: its status, who has signed, and what happened.',
      inputSchema: z.object({ id }),
      annotations: READS,
    },
    (path) => told(answered(sigillo.GET('/envelopes/{id}', { params: { path } }))),
  );
}

async function templatesNamed(sigillo: Sigillo, words: string) {
  const { items } = await answered(
    sigillo.GET('/templates', { params: { query: { limit: 100 } } }),
  );
  const asked = words.toLowerCase();
  return items
    .filter(({ name }) => name.toLowerCase().includes(asked))
    .map(({ id, name, places }) => ({ id, name, roles: places.map((place) => place.name) }));
}

function actingTools(server: McpServer, sigillo: Sigillo): void {
  server.registerTool(
    'send',
    {
      description: 'Sends a template to people at once: they get a message with a link.',
      inputSchema: z.object({
        template: z.string().describe('The template’s id'),
        people: z.array(z.string()).describe('Each as role:Name <e-mail address or +number>'),
        values: z.record(z.string(), z.string()).default({}).describe('By label'),
        title: z.string().optional(),
        owner: z.string().optional().describe('For which employee, where a token names several'),
        idempotencyKey: z.string().optional().describe('The same again is not sent twice'),
      }),
    },
    (asked) => told(sent(sigillo, asked)),
  );
  server.registerTool(
    'remind',
    {
      description: 'Reminds a party whose turn it is.',
      inputSchema: z.object({ id, party: z.string().describe('The party’s id') }),
    },
    (path) => told(reminded(sigillo, path)),
  );
  server.registerTool(
    'download',
    {
      description: 'Writes the signed PDF of a completed envelope to a new file.',
      inputSchema: z.object({
        id,
        file: z.string().describe('Path of a file that is not there yet'),
      }),
    },
    ({ id, file }) => told(downloaded(sigillo, id, file)),
  );
}

interface Sending {
  readonly template: string;
  readonly people: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly title?: string | undefined;
  readonly owner?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

async function sent(sigillo: Sigillo, asked: Sending) {
  const { template, values, title, owner, idempotencyKey } = asked;
  const people = asked.people.map((text) => {
    const person = personIn(text);
    if (!person) throw new Unfitting(`People are written role:Name <address or number>: ${text}`);
    return person;
  });
  const facts = { ...(title && { title }), ...(owner && { owner }) };
  const headers: Record<string, string> = idempotencyKey
    ? { 'idempotency-key': idempotencyKey }
    : {};
  const id = await sendTemplate(sigillo, {
    ...{ template, people, values, facts, headers, isDraft: false },
  });
  return { id };
}

async function reminded(sigillo: Sigillo, path: { id: string; party: string }) {
  const { id, status, parties } = await answered(
    sigillo.POST('/envelopes/{id}/parties/{party}/remind', { params: { path } }),
  );
  return { id, status, parties };
}

/** No file that stands is overwritten, whatever path a model names. */
async function downloaded(sigillo: Sigillo, id: string, file: string) {
  const params = { path: { id } };
  const bytes = await fetchFile(
    await answered(sigillo.GET('/envelopes/{id}/download', { params })),
  );
  writeFileSync(file, bytes, { flag: 'wx' });
  return { file: resolve(file), length: bytes.length };
}
