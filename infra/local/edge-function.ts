import { createContext, Script } from 'node:vm';
import * as z from 'zod';

const values = z.record(z.string(), z.object({ value: z.string() }));
const Asked = z.object({ uri: z.string() });
const Answered = z.object({ statusCode: z.number(), headers: values.default({}) });

/** A CloudFront Function, run as it stands in the template: no modules, no network, no clock of ours. */
export class EdgeFunction {
  readonly #handler: (event: unknown) => unknown;

  constructor(code: string) {
    const context = createContext({});
    new Script(code).runInContext(context);
    this.#handler = new Script('handler').runInContext(context) as (event: unknown) => unknown;
  }

  /** The path to go on with, or the function's own answer. */
  request(uri: string, method: string) {
    const event = { context: { eventType: 'viewer-request' }, request: { uri, method } };
    const answer = this.#handler(event);
    return z.union([Answered, Asked]).parse(answer);
  }

  /** The status with which an answer of `status` leaves; errors of the origin are passed by. */
  response(uri: string, method: string, status: number): number {
    if (status >= 400) return status;
    const answered = { statusCode: status, headers: {} };
    const context = { eventType: 'viewer-response' };
    return Answered.parse(this.#handler({ context, request: { uri, method }, response: answered }))
      .statusCode;
  }
}
