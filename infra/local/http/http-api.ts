import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { AwsError } from '../aws/aws-error.ts';
import type { DeliveryJudge } from '../iam/access.ts';
import { sourceContext } from '../iam/access.ts';
import { localArn } from '../iam/access-request.ts';
import type { JsonObject } from '../json.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Clock } from '../time/clock.ts';
import { BodyTooLarge, readBody, sendAnswer, sendMessage } from './http-answer.ts';
import { type CorsConfiguration, corsHeaders, isPreflight, preflightHeaders } from './http-cors.ts';
import { toHttpEvent } from './http-event.ts';
import { matchRoute } from './http-routes.ts';
import { IntegrationTimeout, withinLimit } from './integration-limit.ts';
import { type JwtAuthorizer, JwtVerifier, TokenRefused } from './jwt-authorizer.ts';
import { type ThrottleLimits, TokenBucket } from './token-bucket.ts';

export type HttpRoute = {
  readonly routeKey: string;
  readonly functionName: string;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
};

/** HTTP API quota: 10 MB per request. */
const largestBody = 10 * 2 ** 20;

/** API Gateway's HTTP API with Lambda integrations of payload format 2.0 and JWT authorizers. */
export class HttpApi {
  readonly #lambda: Lambda;
  readonly #clock: Clock;
  readonly #judge: DeliveryJudge;
  readonly #tokens: JwtVerifier;
  readonly #routes: HttpRoute[] = [];
  /** By route key: each route has a bucket of its own. */
  readonly #buckets = new Map<string, TokenBucket>();
  /** Throttle limits of the stage, applied to each route separately. */
  throttle: ThrottleLimits | undefined;
  cors: CorsConfiguration | undefined;
  /** Id of the one API that is served. */
  apiId = '';

  constructor(lambda: Lambda, clock: Clock, judge: DeliveryJudge) {
    this.#judge = judge;
    this.#lambda = lambda;
    this.#clock = clock;
    this.#tokens = new JwtVerifier(clock);
  }

  addRoute(route: HttpRoute): void {
    this.#routes.push(route);
  }

  get routeKeys(): string[] {
    return this.#routes.map(({ routeKey }) => routeKey);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.cors && isPreflight(request)) {
      response.writeHead(204, preflightHeaders(this.cors, request)).end();
      return;
    }
    const headers = { 'apigw-requestid': randomUUID(), ...corsHeaders(this.cors, request) };
    try {
      await this.#answer(request, response, headers);
    } catch (error) {
      refuse(response, error, headers);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse, headers: OutgoingHttpHeaders) {
    const [path = '/'] = (request.url ?? '/').split('?');
    const match = matchRoute(this.#routes, request.method ?? 'GET', path);
    const body = await readBody(request, largestBody);
    if (!match) return sendMessage(response, 404, 'Not Found', headers);
    const { route, pathParameters } = match;
    if (!this.#admits(route)) return sendMessage(response, 429, 'Too Many Requests', headers);
    if (!this.#mayCall(route)) return sendMessage(response, 500, 'Internal Server Error', headers);
    const event = toHttpEvent(request, body, {
      routeKey: route.routeKey,
      pathParameters,
      authorizer: await this.#authorize(route, request),
      now: this.#clock.now(),
    });
    const answer = await withinLimit((begins) =>
      this.#lambda.invoke(route.functionName, event, begins),
    );
    sendAnswer(response, answer, headers);
  }

  /** API Gateway invokes as its own service principal, with the route as source ARN. */
  #mayCall({ functionName, routeKey }: HttpRoute): boolean {
    const route = routeKey.replace(/^(\S+) (\/\S*)$/, '$1$2');
    const source = sourceContext(localArn('execute-api', `${this.apiId}/$default/${route}`));
    const called = localArn('lambda', `function:${functionName}`);
    return this.#judge.serviceMay(
      'apigateway.amazonaws.com',
      'lambda:InvokeFunction',
      called,
      source,
    );
  }

  /** Uses the machine's time, because tests move the local clock. */
  #admits({ routeKey }: HttpRoute): boolean {
    if (!this.throttle) return true;
    const now = performance.now();
    const bucket = this.#buckets.get(routeKey) ?? new TokenBucket(this.throttle, now);
    this.#buckets.set(routeKey, bucket);
    return bucket.take(now);
  }

  async #authorize(route: HttpRoute, request: IncomingMessage): Promise<JsonObject | undefined> {
    if (!route.authorizer) return undefined;
    const { authorization } = request.headers;
    return this.#tokens.authorize(route.authorizer, authorization, route.scopes);
  }
}

/** API Gateway's error response in place of the function's; failure details are not disclosed. */
function refuse(response: ServerResponse, error: unknown, headers: OutgoingHttpHeaders): void {
  const send = (status: number, message: string, more: OutgoingHttpHeaders = {}) =>
    sendMessage(response, status, message, { ...headers, ...more });
  if (error instanceof TokenRefused)
    send(error.status, error.message, { 'www-authenticate': error.challenge });
  else if (error instanceof BodyTooLarge) send(413, 'Request Entity Too Large');
  else if (error instanceof AwsError && error.status === 413) send(413, 'Request Too Long');
  else if (error instanceof IntegrationTimeout) send(503, 'Service Unavailable');
  else send(500, 'Internal Server Error');
}
