import type * as z from 'zod';
import type { HttpEvent, HttpResult } from './http-event.ts';
import { type Door, type HttpRequest, httpRequest, type RequestContract } from './http-request.ts';
import { jsonResult, Reply } from './reply.ts';

export type HttpRoute = (event: HttpEvent, door: Door) => Promise<HttpResult>;

interface RouteContract<B extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>
  extends RequestContract<B, Q> {
  readonly answer: A;
  /** 200 if absent. */
  readonly status?: number;
}

/**
 * One operation of a door: what comes in is parsed by its contract, and so is what goes out, so that
 * a field that was never declared cannot leak.
 */
export function route<B extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  contract: RouteContract<B, Q, A>,
  run: (request: HttpRequest<z.output<B>, z.output<Q>>) => Promise<z.input<A> | Reply<z.input<A>>>,
): HttpRoute {
  return async (event, door) => {
    const result = await run(httpRequest(event, contract, door));
    const { body, options } = result instanceof Reply ? result : new Reply(result);
    const status = options.status ?? contract.status ?? 200;
    return jsonResult(contract.answer.parse(body), { ...options, status });
  };
}
