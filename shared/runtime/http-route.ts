import type * as z from 'zod';
import { assertBodySize } from './body-size.ts';
import { conditionalGet } from './conditional-get.ts';
import type { HttpEvent, HttpResult } from './http-event.ts';
import {
  type Door,
  type HttpRequest,
  type RequestContract,
  type RequestHead,
  requestHead,
  requestInput,
} from './http-request.ts';
import { jsonResult, Reply } from './reply.ts';

export type HttpRoute = (event: HttpEvent, door: Door) => Promise<HttpResult>;

interface RouteContract<B extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>
  extends RequestContract<B, Q> {
  readonly answer: A;
  /** Default 200. */
  readonly status?: number;
  /** Bytes of the raw body; default MAX_BODY_BYTES. */
  readonly mostBytes?: number;
}

type Answered<A extends z.ZodType> = Promise<z.input<A> | Reply<z.input<A>>>;

/**
 * Routes for authorized callers: `admit` sees the request before its body is read, and refuses or identifies
 * the caller. Cheap checks come first: body size, `admit`, parsing, operation. Input and output are validated, so
 * that undeclared fields cannot leak.
 */
export const routeFor =
  <G extends object>(admit: (head: RequestHead, event: HttpEvent) => Promise<G>) =>
  <B extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
    contract: RouteContract<B, Q, A>,
    run: (request: HttpRequest<z.output<B>, z.output<Q>> & G) => Answered<A>,
  ): HttpRoute =>
  async (event, door) => {
    assertBodySize(event, contract.mostBytes);
    const head = requestHead(event, door);
    const admitted = await admit(head, event);
    const request = { ...head, ...admitted, ...requestInput(event, contract) };
    return conditionalGet(event, answered(contract, await run(request)));
  };

/** A public route. */
export const route = routeFor(async () => ({}));

function answered<A extends z.ZodType>(
  { answer, status = 200 }: Pick<RouteContract<z.ZodType, z.ZodType, A>, 'answer' | 'status'>,
  result: z.input<A> | Reply<z.input<A>>,
): HttpResult {
  const { body, options } = result instanceof Reply ? result : new Reply(result);
  return jsonResult(answer.parse(body), { ...options, status: options.status ?? status });
}
