import { createContext, Script } from 'node:vm';
import * as z from 'zod';

const values = z.record(z.string(), z.object({ value: z.string() }));
const Asked = z.object({ uri: z.string() });
const Answered = z.object({ statusCode: z.number(), headers: values.default({}) });

/** `headers`: those alone by which a function of ours decides. */
export type ViewerRequest = {
  readonly uri: string;
  readonly method: string;
  readonly headers: { readonly accept?: string };
};

const described = ({ uri, method, headers: { accept } }: ViewerRequest) => ({
  uri,
  method,
  headers: accept === undefined ? {} : { accept: { value: accept } },
});

/** A CloudFront Function, run as it stands in the template: no modules, no network, no clock of ours. */
export class EdgeFunction {
  readonly #handler: (event: unknown) => unknown;

  constructor(code: string) {
    const context = createContext({});
    new Script(code).runInContext(context);
    this.#handler = new Script('handler').runInContext(context) as (event: unknown) => unknown;
  }

  /** The path to go on with, or the function's own answer. */
  request(viewer: ViewerRequest) {
    const event = { context: { eventType: 'viewer-request' }, request: described(viewer) };
    const answer = this.#handler(event);
    return z.union([Answered, Asked]).parse(answer);
  }

  /** The status with which an answer of `status` leaves; errors of the origin are passed by. */
  response(viewer: ViewerRequest, status: number): number {
    if (status >= 400) return status;
    const answered = { statusCode: status, headers: {} };
    const context = { eventType: 'viewer-response' };
    const event = { context, request: described(viewer), response: answered };
    return Answered.parse(this.#handler(event)).statusCode;
  }
}
