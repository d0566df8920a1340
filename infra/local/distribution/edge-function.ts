import { createContext, Script } from 'node:vm';
import * as z from 'zod';

const values = z.record(z.string(), z.object({ value: z.string() }));
const Asked = z.object({ uri: z.string() });
const Answered = z.object({ statusCode: z.number(), headers: values.default({}) });

/** `headers`: only those that our edge functions read. */
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

/** Runs a CloudFront Function's code from the template in an empty VM context: no modules, no network. */
export class EdgeFunction {
  readonly #handler: (event: unknown) => unknown;

  constructor(code: string) {
    const context = createContext({});
    new Script(code).runInContext(context);
    this.#handler = new Script('handler').runInContext(context) as (event: unknown) => unknown;
  }

  /** The rewritten path, or the response that the function returned instead. */
  request(viewer: ViewerRequest) {
    const event = { context: { eventType: 'viewer-request' }, request: described(viewer) };
    const answer = this.#handler(event);
    return z.union([Answered, Asked]).parse(answer);
  }

  /** The status after the viewer-response function, which CloudFront does not run on origin errors. */
  response(viewer: ViewerRequest, status: number): number {
    if (status >= 400) return status;
    const answered = { statusCode: status, headers: {} };
    const context = { eventType: 'viewer-response' };
    const event = { context, request: described(viewer), response: answered };
    return Answered.parse(this.#handler(event)).statusCode;
  }
}
