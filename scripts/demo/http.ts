import { createHash } from 'node:crypto';

/** An HTTP error response, with the problem's stable code if it has one. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: string | undefined;

  constructor(method: string, url: string, status: number, body: string) {
    const code = codeIn(body);
    super(`${method} ${url.split('?')[0]} answered ${status} ${code ?? body.slice(0, 200)}`);
    this.status = status;
    this.code = code;
  }
}

function codeIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { code?: string }).code;
  } catch {
    return undefined;
  }
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends JSON if there is a body; throws `HttpProblem` for any status from 400. */
export async function call(method: string, url: string, { body, headers }: Call = {}) {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.status >= 400) {
    throw new HttpProblem(method, url, response.status, await response.text());
  }
  return response;
}

export const callJson = async <T>(method: string, url: string, options?: Call): Promise<T> =>
  (await (await call(method, url, options)).json()) as T;

export const getBytes = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await call('GET', url)).arrayBuffer());

export interface PostTicket {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Sends a presigned POST as a browser's form does: the policy's fields first, the file last. */
export async function postFile(
  { url, fields }: PostTicket,
  bytes: Uint8Array,
  file: { name: string; type: string },
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: file.type }), file.name);
  const response = await fetch(url, { method: 'POST', body: form });
  if (!response.ok) throw new HttpProblem('POST', url, response.status, await response.text());
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
