import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types.ts';
import { failureOf, Unreached } from './failure.ts';

export type * from './api-types.ts';
export { NotSignedIn, Refused, Unreached } from './failure.ts';

/** A method for each HTTP method, as openapi-fetch has them; paths are those of docs/openapi.json below `/api/v1`. */
export type Sigillo = Client<paths>;

export interface ClientFacts {
  /** Address of the app, such as `https://sign.example.com`. */
  readonly at: string;
  /** An API token (`sgl_…`), or a person's ID token; as a function it is asked before each request. */
  readonly bearer: string | (() => Promise<string>);
  /** Language of the server's sentences, such as `it`; default: the company's first. */
  readonly language?: string | undefined;
}

/** People and machines have the same operations, at different addresses. */
const PREFIX = /^(\/+)api\/v1(?=\/)/;

export function makeClient({ at, bearer, language }: ClientFacts): Sigillo {
  const client = createClient<paths>({ baseUrl: `${at.replace(/\/+$/, '')}/api/v1` });
  client.use({
    onRequest: async ({ request }) => {
      const token = typeof bearer === 'string' ? bearer : await bearer();
      const asked = token.startsWith('sgl_')
        ? request
        : new Request(forPeople(request.url), request);
      asked.headers.set('authorization', `Bearer ${token}`);
      if (language) asked.headers.set('accept-language', language);
      return asked;
    },
  });
  return client;
}

function forPeople(address: string): URL {
  const url = new URL(address);
  url.pathname = url.pathname.replace(PREFIX, '$1api');
  return url;
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's body. Throws Refused with the server's code, or Unreached. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await call.catch(unreached);
  if (!response.ok) throw failureOf(response.status, error);
  return data as NonNullable<T>;
}

/** `fetch` rejects with a TypeError where there is no answer. */
export function unreached(error: unknown): never {
  if (!(error instanceof TypeError)) throw error;
  const { cause } = error as { cause?: { message?: string; code?: string } };
  const why = cause?.message || cause?.code || error.message;
  throw new Unreached(`The server cannot be reached: ${why}`, { cause: error });
}
