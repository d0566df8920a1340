import fc from 'fast-check';
import { type Answered, mismatch } from './judge.ts';
import { anyRequest, type FuzzRequest } from './requests.ts';
import { addressOf, bodyOf, credentialsOf, type Scene, setScene } from './scene.ts';

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  readonly onAnswer?: (request: FuzzRequest, answer: Answered) => void;
}

/** Fuzzes a running target. Throws with the shortest request whose response is not as described. */
export async function fuzz(api: string, { runs, seed, onAnswer }: FuzzOptions): Promise<void> {
  const scene = await setScene(api);
  const described = fc.asyncProperty(anyRequest, async (request) => {
    const answer = await ask(scene, request);
    onAnswer?.(request, answer);
    const objection = mismatch(request, answer);
    if (objection) throw new Error(`${told(scene, request)}\n${answer.status}: ${objection}`);
  });
  await fc.assert(described, { numRuns: runs, seed, endOnFailure: false });
}

async function ask(scene: Scene, request: FuzzRequest): Promise<Answered> {
  const { operation, headers, contentType } = request;
  const body = bodyOf(scene, request);
  const response = await fetch(addressOf(scene, request), {
    method: operation.method,
    redirect: 'manual',
    headers: {
      ...headers,
      ...(body !== undefined && contentType && { 'content-type': contentType }),
      ...credentialsOf(scene, request),
    },
    ...(body !== undefined && { body }),
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: await response.text() };
}

/** The request for printing, without credentials. */
const told = (scene: Scene, request: FuzzRequest): string =>
  [
    `${request.operation.operationId}, as ${request.who}`,
    `${request.operation.method} ${addressOf(scene, request).slice(0, 300)}`,
    JSON.stringify(request.headers).slice(0, 300),
    `${request.contentType}: ${request.body?.slice(0, 600) ?? 'no body'}`,
  ].join('\n');
