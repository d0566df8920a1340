import type { ProblemCode } from '../../shared/contract/api/problem-codes.ts';
import { problemResponses } from './problem-responses.ts';

type Json = Readonly<Record<string, unknown>>;

/** The verifier's URL, with which every QR code begins. */
const SERVERS = [
  { url: '{verifier}', variables: { verifier: { default: 'https://verify.example' } } },
];

const ref = (name: string): Json => ({ schema: { $ref: `#/components/schemas/${name}` } });
const PAGE = { 'text/html; charset=utf-8': { schema: { type: 'string' } } };

const operation = (
  id: string,
  summary: string,
  { parameters = [], responses, requestBody }: Readonly<Record<string, unknown>>,
): Json => ({
  operationId: `verifier-${id}`,
  tags: ['verifier'],
  summary,
  servers: SERVERS,
  parameters,
  ...(requestBody !== undefined && { requestBody }),
  responses,
});

const inPath = (name: string): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
});

/** Lambda's responses if the function does not respond; their bodies vary. */
const FUNCTION_URL = {
  413: 'The function URL: more than 6 MB',
  429: 'The function URL: more at once than the function may run',
  502: 'The function URL: the function failed',
} as const;

function problems(...codes: readonly ProblemCode[]): Json {
  const own = problemResponses([...codes, 'newer_release', 'internal'], []) as Record<
    number,
    OwnResponse
  >;
  const others = Object.entries(FUNCTION_URL).map(([status, said]) => {
    const { description, content } = own[Number(status)] ?? {};
    const json = { 'application/json': { schema: { type: 'object' } } };
    const told = [description, said].filter(Boolean).join('; ');
    return [status, { description: told, content: { ...content, ...json } }];
  });
  return { ...own, ...Object.fromEntries(others) };
}

interface OwnResponse {
  readonly description: string;
  readonly content: Json;
}

/** Public routes; https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
export const verifierPaths = (): Record<string, Record<string, unknown>> => ({
  '/v/{id}': {
    get: operation('record', 'The public record of a document, as a page or as JSON', {
      parameters: [inPath('id')],
      responses: {
        200: {
          description: 'The record',
          content: { ...PAGE, 'application/json': ref('PublicRecord') },
        },
        ...withPage(problems('not_found')),
      },
    }),
  },
  '/verify': {
    get: operation('start', 'Where a code is typed or a file is chosen', {
      parameters: [{ name: 'code', in: 'query', schema: { type: 'string' } }],
      responses: {
        200: { description: 'The page', content: PAGE },
        303: { description: 'To the record of the code that was typed' },
        ...problems(),
      },
    }),
    post: operation('verify', 'Judges a file by its SHA-256', {
      requestBody: { required: true, content: { 'application/json': ref('VerifyRequest') } },
      responses: {
        200: { description: 'The verdict', content: { 'application/json': ref('VerifyAnswer') } },
        ...problems('body_too_large', 'malformed'),
      },
    }),
  },
  '/pki/{file}': {
    get: operation('authority', 'A file that the company’s authority publishes', {
      parameters: [inPath('file')],
      responses: {
        200: {
          description: 'The file',
          content: {
            'application/x-pem-file': {},
            'application/pkix-cert': {},
            'application/pkix-crl': {},
          },
        },
        ...problems('not_found'),
      },
    }),
  },
});

/** Browsers get HTML for an unknown code. */
function withPage(responses: Json): Json {
  const unknown = responses[404] as { content: Json };
  return { ...responses, 404: { ...unknown, content: { ...PAGE, ...unknown.content } } };
}
