import * as z from 'zod';
import { MACHINE_ROUTES } from '../../shared/contract/api/machine-routes.ts';
import {
  OWN_OPERATIONS,
  PUBLIC_OPERATIONS,
  SENDER_OPERATIONS,
  SIGNER_OPERATIONS,
} from '../../shared/contract/api/operations.ts';
import { Problem } from '../../shared/contract/api/problem.ts';
import {
  gatewayStatuses,
  MACHINE_PROBLEMS,
  OWN_PROBLEMS,
  type ProblemCode,
  PUBLIC_PROBLEMS,
  SENDER_PROBLEMS,
  SIGNER_PROBLEMS,
} from '../../shared/contract/api/problem-codes.ts';
import {
  OWN_ROUTES,
  PUBLIC_ROUTES,
  SENDER_ROUTES,
  SIGNER_ROUTES,
} from '../../shared/contract/api/routes.ts';
import * as batchAnswers from '../../shared/contract/sender/batch-answers.ts';
import * as batchInputs from '../../shared/contract/sender/batch-inputs.ts';
import * as contactAnswers from '../../shared/contract/sender/contact-answers.ts';
import * as contactInputs from '../../shared/contract/sender/contact-inputs.ts';
import * as senderAnswers from '../../shared/contract/sender/sender-answers.ts';
import * as senderInputs from '../../shared/contract/sender/sender-inputs.ts';
import * as templateAnswers from '../../shared/contract/sender/template-answers.ts';
import * as templateInputs from '../../shared/contract/sender/template-inputs.ts';
import * as tokenAnswers from '../../shared/contract/sender/token-answers.ts';
import * as tokenInputs from '../../shared/contract/sender/token-inputs.ts';
import * as webhookAnswers from '../../shared/contract/sender/webhook-answers.ts';
import * as webhookInputs from '../../shared/contract/sender/webhook-inputs.ts';
import * as signer from '../../shared/contract/signer.ts';
import * as verifier from '../../shared/contract/verifier.ts';
import { GATEWAY_MESSAGE, problemResponses } from './problem-responses.ts';
import { verifierPaths } from './verifier-paths.ts';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answer: z.ZodType;
  readonly status?: number;
}

interface Door {
  readonly tag: 'sender' | 'machine' | 'signer';
  readonly routes: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly problems: Readonly<Record<string, readonly ProblemCode[]>>;
  /** Absent for public routes. */
  readonly security?: Json;
}

const DOORS: readonly Door[] = [
  {
    tag: 'sender',
    routes: PUBLIC_ROUTES,
    operations: PUBLIC_OPERATIONS,
    problems: PUBLIC_PROBLEMS,
  },
  {
    tag: 'sender',
    routes: SENDER_ROUTES,
    operations: SENDER_OPERATIONS,
    problems: SENDER_PROBLEMS,
    security: { idToken: [] },
  },
  {
    tag: 'sender',
    routes: OWN_ROUTES,
    operations: OWN_OPERATIONS,
    problems: OWN_PROBLEMS,
    security: { idToken: [] },
  },
  {
    tag: 'machine',
    routes: MACHINE_ROUTES,
    operations: SENDER_OPERATIONS,
    problems: MACHINE_PROBLEMS,
    security: { apiToken: [] },
  },
  {
    tag: 'signer',
    routes: SIGNER_ROUTES,
    operations: SIGNER_OPERATIONS,
    problems: SIGNER_PROBLEMS,
    security: { session: [] },
  },
];

/** Request and response schemas by their names in the contract. */
const NAMED = new Map<z.ZodType, string>(
  Object.entries({
    ...senderInputs,
    ...senderAnswers,
    ...contactInputs,
    ...batchAnswers,
    ...batchInputs,
    ...contactAnswers,
    ...templateInputs,
    ...templateAnswers,
    ...tokenInputs,
    ...tokenAnswers,
    ...webhookInputs,
    ...webhookAnswers,
    ...signer,
    ...verifier,
    Problem,
  }).flatMap(([name, value]) => (value instanceof z.ZodType ? [[value, name] as const] : [])),
);

/** OpenAPI 3.1 of the HTTP API; its schemas are JSON Schema 2020-12, as zod writes it. */
export const openApi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Sigillo',
    version: '1',
    description:
      'Errors are problem details (RFC 9457), each operation with all its codes by status. Where no function ' +
      'answers, API Gateway does, in words of its own (application/json).',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  tags: [
    { name: 'sender', description: 'Employees: the OpenID Connect ID token as bearer token' },
    { name: 'machine', description: 'Systems of the company: an API token as bearer token' },
    { name: 'signer', description: 'Parties: the cookie that a link was exchanged for' },
    { name: 'verifier', description: 'Anyone, at the verifier’s own address' },
  ],
  paths: paths(),
  components: {
    securitySchemes: securitySchemes(),
    schemas: schemas(),
  },
});

const securitySchemes = (): Json => ({
  idToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  apiToken: { type: 'http', scheme: 'bearer', bearerFormat: 'sgl_…' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-s-{handle}',
    description: '{handle} is the eight hexadecimal digits in the path.',
  },
});

function paths(): Json {
  const all: Record<string, Record<string, unknown>> = { ...verifierPaths() };
  for (const door of DOORS) {
    for (const [key, name] of Object.entries(door.routes)) {
      const [method, path] = key.split(' ') as [string, string];
      all[path] = { ...all[path], [method.toLowerCase()]: operationOf(door, name, method, path) };
    }
  }
  return all;
}

function operationOf(
  { tag, operations, problems, security }: Door,
  name: string,
  method: string,
  path: string,
): Json {
  const isRead = method === 'GET';
  const { summary, body, query, answer, status = 200 } = operations[name]!;
  return {
    operationId: `${tag}-${name}`,
    tags: [tag],
    summary,
    ...(security && name !== 'exchange' && { security: [security] }),
    parameters: [
      ...pathParameters(path),
      ...queryParameters(query),
      ...(isRead ? [IF_NONE_MATCH] : []),
    ],
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      [status]: {
        description: summary,
        ...(isRead && { headers: ETAG }),
        content: json(answer),
      },
      ...(isRead && { 304: { description: 'As it was answered with that ETag', headers: ETAG } }),
      ...problemResponses(
        problems[name]!,
        gatewayStatuses(security !== undefined && tag === 'sender'),
      ),
    },
  };
}

const ETAG: Json = {
  ETag: { description: 'Of this very answer', schema: { type: 'string' } },
};

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The ETag of an earlier answer: answered 304 as long as it is the same',
  schema: { type: 'string' },
};

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters(query: z.ZodObject | undefined): Json[] {
  if (!query) return [];
  const { properties = {} } = schemaOf(query, 'input') as { properties?: Json };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

const json = (schema: z.ZodType): Json => ({
  'application/json': { schema: { $ref: `#/components/schemas/${NAMED.get(schema)}` } },
});

/** Each operation's request body as it may be sent, and its response as it is returned. */
function schemas(): Json {
  const used = DOORS.flatMap(({ operations }) => Object.values(operations));
  const bodies = used.flatMap(({ body }) => (body ? [named(body, 'input')] : []));
  const more = [Problem, verifier.PublicRecord, verifier.VerifyAnswer];
  const answers = [...used.map(({ answer }) => answer), ...more].map((schema) =>
    named(schema, 'output'),
  );
  const question = named(verifier.VerifyRequest, 'input');
  return Object.fromEntries([...bodies, question, ...answers, ['GatewayMessage', GATEWAY_MESSAGE]]);
}

function named(schema: z.ZodType, io: 'input' | 'output'): [string, Json] {
  const name = NAMED.get(schema);
  if (!name) throw new Error('an operation has a body or answer without a name in the contract');
  return [name, schemaOf(schema, io)];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, '~standard': __, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
}
