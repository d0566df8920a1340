import type * as z from 'zod';
import { assertBodySize } from './body-size.ts';
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
import { unlessKnown } from './unless-known.ts';

export type HttpRoute = (event: HttpEvent, door: Door) => Promise<HttpResult>;

interface RouteContract<B extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>
  extends RequestContract<B, Q> {
  readonly answer: A;
  /** 200 if absent. */
  readonly status?: number;
  /** Of the raw body; MOST_BODY_BYTES if absent. */
  readonly mostBytes?: number;
}

type Answered<A extends z.ZodType> = Promise<z.input<A> | Reply<z.input<A>>>;

/**
 * Routes for those who are admitted: `admit` sees the request without its body, refuses or says who
 * asks. Cheap first: the body's size, then `admit`, then parsing, then what costs. What comes in is
 * parsed by the contract, and so is what goes out, so that a field that was never declared cannot leak.
 */
export const routeFor =
  <G extends object>(admit: (head: RequestHead) => Promise<G>) =>
  <B extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
    contract: RouteContract<B, Q, A>,
    run: (request: HttpRequest<z.output<B>, z.output<Q>> & G) => Answered<A>,
  ): HttpRoute =>
  async (event, door) => {
    assertBodySize(event, contract.mostBytes);
    const head = requestHead(event, door);
    const admitted = await admit(head);
    const request = { ...head, ...admitted, ...requestInput(event, contract) };
    return unlessKnown(event, answered(contract, await run(request)));
  };

/** A route that is open to all. */
export const route = routeFor(async () => ({}));

function answered<A extends z.ZodType>(
  { answer, status = 200 }: Pick<RouteContract<z.ZodType, z.ZodType, A>, 'answer' | 'status'>,
  result: z.input<A> | Reply<z.input<A>>,
): HttpResult {
  const { body, options } = result instanceof Reply ? result : new Reply(result);
  return jsonResult(answer.parse(body), { ...options, status: options.status ?? status });
}
