import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { DeliveryJudge } from '../iam/access.ts';
import { localArn } from '../iam/access-request.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Clock } from '../time/clock.ts';
import { BodyTooLarge, readBody, sendAnswer, sendMessage } from './http-answer.ts';
import { type CorsConfiguration, corsHeaders, isPreflight, preflightHeaders } from './http-cors.ts';
import { toHttpEvent } from './http-event.ts';

/** Limit of a function URL's request and response: 6 MB (Lambda quotas). */
const largestBody = 6 * 2 ** 20;

/** A public Lambda function URL (AuthType NONE, buffered): every path goes to one function. */
export class FunctionUrl {
  readonly #lambda: Lambda;
  readonly #clock: Clock;
  readonly #judge: DeliveryJudge;
  readonly #functionName: string;
  readonly #cors: CorsConfiguration | undefined;

  constructor(
    lambda: Lambda,
    clock: Clock,
    judge: DeliveryJudge,
    functionName: string,
    cors: CorsConfiguration | undefined,
  ) {
    this.#lambda = lambda;
    this.#clock = clock;
    this.#judge = judge;
    this.#functionName = functionName;
    this.#cors = cors;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#cors && isPreflight(request)) {
      response.writeHead(200, preflightHeaders(this.#cors, request)).end();
      return;
    }
    const headers = { 'x-amzn-requestid': randomUUID(), ...corsHeaders(this.#cors, request) };
    try {
      await this.#answer(request, response, headers);
    } catch (error) {
      if (error instanceof BodyTooLarge) sendMessage(response, 413, 'Request Too Long', headers);
      else sendMessage(response, 502, 'Internal Server Error', headers);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse, headers: OutgoingHttpHeaders) {
    const body = await readBody(request, largestBody);
    if (!this.#isPublic()) return sendMessage(response, 403, 'Forbidden', headers);
    const event = toHttpEvent(request, body, {
      routeKey: '$default',
      pathParameters: {},
      authorizer: undefined,
      now: this.#clock.now(),
    });
    sendAnswer(response, await this.#lambda.invoke(this.#functionName, event), headers);
  }

  /** AWS requires both permissions for public access: on the URL, and on invocation through it. */
  #isPublic(): boolean {
    const called = localArn('lambda', `function:${this.#functionName}`);
    const may = (action: string) =>
      this.#judge.serviceMay('anybody', action, called, {
        'lambda:functionurlauthtype': ['NONE'],
        'lambda:invokedviafunctionurl': ['true'],
      });
    return may('lambda:InvokeFunctionUrl') && may('lambda:InvokeFunction');
  }
}
