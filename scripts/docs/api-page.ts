import {
  MACHINE_ROUTES,
  type MachineOperation,
  SCOPE_OF,
} from '../../shared/contract/api/machine-routes.ts';
import { SENDER_OPERATIONS } from '../../shared/contract/api/operations.ts';
import { MACHINE_PROBLEMS, PROBLEM_STATUS } from '../../shared/contract/api/problem-codes.ts';
import { SCOPES } from '../../shared/domain/token/scope.ts';
import { API_EXAMPLES } from './api-examples.ts';
import { openApi } from './open-api.ts';

type Json = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Body {
  readonly content?: Json;
}
interface Described {
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, Body>>;
  readonly requestBody?: Body;
}

const described = openApi() as {
  paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  components: { schemas: Readonly<Record<string, Json>> };
};

/** docs/api.md: the machines' part of docs/openapi.json for people who read, with an example of each call. */
export const apiPage = (): string => `# The API for machines

Written by \`npm run docs\` from the contracts in \`shared/contract\` and \`scripts/docs/api-examples.ts\`; do not edit.
[openapi.json](openapi.json) is the same for programs, with the routes of employees, signers and verifier.

A system of the company sends an **API token** with each request, \`Authorization: Bearer sgl_…\`. An administrator makes it
(\`npm run operate -- token make\`, or \`POST /api/tokens\`) with scopes, employees for whom it acts, and an end;
\`npm start\` prints one for the local target. Scopes: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}.

- \`owner\`: for which of the token's employees, by e-mail address; needed where there are several.
- \`Idempotency-Key\` on any POST: sent again within a day, the request is carried out once ([more](decisions/idempotency-keys.md)).
- A file goes to the address that \`upload\` answers, as a form with the answered fields and the file last; \`document\` or
  \`refusedDocument\` of the envelope says afterwards what was found.
- Errors are problem details (RFC 9457) with a stable \`code\`. Of every call: \`token_missing\`, \`token_unknown\`,
  \`token_withdrawn\`, \`token_ended\` (401), \`scope_missing\` (403), \`malformed\` (400), \`busy\` (503).
- [Events](events.md) say what happened; \`externalId\` and \`metadata\` come with each.

In the examples \`$SIGILLO\` is the address of the console without \`/console\`, \`$TOKEN\` the token. A test carries each out.

${Object.entries(MACHINE_ROUTES)
  .map(([route, operation]) => section(route, operation))
  .join('\n')}
## Bodies and answers

${Object.entries(described.components.schemas)
  .filter(([name]) => used.has(name))
  .map(([name, schema]) => `### ${name}\n\n${fenced('json', JSON.stringify(schema, undefined, 2))}`)
  .join('\n')}`;

const used = new Set<string>();

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

function section(route: string, operation: MachineOperation): string {
  const [method = '', path = ''] = route.split(' ');
  const { parameters, requestBody, responses } = described.paths[path]![method.toLowerCase()]!;
  const query = parameters.filter((one) => one.in === 'query').map(({ name }) => `\`${name}\``);
  const { summary } = SENDER_OPERATIONS[operation];
  const answer = Object.entries(responses).find(([status]) => status.startsWith('2'))!;
  const lines = [
    `## ${method} ${path}\n`,
    `${summary}.\n`,
    `- scope \`${SCOPE_OF[operation]}\``,
    ...(query.length > 0 ? [`- query: ${query.join(', ')}`] : []),
    ...(requestBody ? [`- body: ${linkOf(requestBody.content)}`] : []),
    `- answer: ${answer[0]}, ${linkOf(answer[1].content)}`,
    `- refused with: ${codesOf(operation)}\n`,
    fenced('sh', curl(method, path, operation)),
  ];
  return lines.join('\n');
}

/** The name of the one schema of a content. */
function linkOf(content: Json | undefined): string {
  const [, name = ''] = /schemas\/(\w+)/.exec(JSON.stringify(content)) ?? [];
  used.add(name);
  return `[${name}](#${name.toLowerCase()})`;
}

const ALWAYS = ['body_too_large', 'busy', 'internal', 'malformed', 'newer_release'];

const codesOf = (operation: MachineOperation): string =>
  [...new Set(MACHINE_PROBLEMS[operation])]
    .filter((code) => !ALWAYS.includes(code) && !/^(token_|scope_)/.test(code))
    .sort()
    .map((code) => `\`${code}\` (${PROBLEM_STATUS[code]})`)
    .join(', ');

function curl(method: string, path: string, operation: MachineOperation): string {
  const { query, body } = API_EXAMPLES[operation];
  const asked = query ? `?${new URLSearchParams(query)}` : '';
  const address = `"$SIGILLO${path.replace(/[{}]/g, (one) => (one === '{' ? '$' : ''))}${asked}"`;
  const lines = [
    `curl -X ${method} -H "authorization: Bearer $TOKEN"`,
    ...(body === undefined
      ? []
      : [
          `-H 'content-type: application/json'`,
          `-d '${JSON.stringify(body).replace(/'/g, "'\\''")}'`,
        ]),
    address,
  ];
  return lines.join(' \\\n  ');
}
