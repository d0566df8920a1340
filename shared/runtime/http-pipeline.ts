import middy, { type Request } from '@middy/core';
import { LANGUAGES } from '../domain/envelope/party.ts';
import { Refusal } from '../domain/errors.ts';
import type { HttpEvent, HttpResult, LambdaContext } from './http-event.ts';
import type { Door } from './http-request.ts';
import type { HttpRoute } from './http-route.ts';
import { isExpected, knownError } from './known-error.ts';
import { errorFacts, log } from './log.ts';
import { inLogScope, noteEnvelope } from './log-scope.ts';
import { preferredLanguage } from './preferred-language.ts';
import { problemResult } from './problem.ts';

interface HttpOptions extends Partial<Door> {
  /** IANA time zone of instants in sentences. */
  readonly timeZone?: string;
}

type Speech = Required<Pick<HttpOptions, 'timeZone' | 'languages'>>;

export type HttpHandler = (event: HttpEvent, context: LambdaContext) => Promise<HttpResult>;

type HttpInvocation = Request<HttpEvent, HttpResult, Error>;

/** The handler of an HTTP API, routes by route key: parses, runs, responds, maps errors, logs. */
export function httpPipeline(
  routes: Readonly<Record<string, HttpRoute>>,
  { originSecret = '', languages = LANGUAGES, timeZone = 'UTC' }: HttpOptions = {},
): HttpHandler {
  async function door(event: HttpEvent) {
    const route = routes[event.routeKey];
    if (!route) throw new Refusal('not_found');
    return route(event, { originSecret, languages });
  }
  return functionUrlPipeline(door, { timeZone, languages });
}

/** The handler of a function URL, which routes itself: maps errors, logs. */
export function functionUrlPipeline(
  door: (event: HttpEvent) => Promise<HttpResult>,
  speech: Speech,
): HttpHandler {
  const logged = middy<HttpEvent, HttpResult>(door, { timeoutEarlyInMillis: 300 })
    .use(requestLog())
    .use(problems(speech)) as unknown as HttpHandler;
  return (event, context) => inLogScope(() => logged(event, context));
}

/** middy runs error hooks in reverse order, so the log sees the response made by `problems`. */
function requestLog() {
  const started = new WeakMap<HttpEvent, number>();
  const done = ({ event, response, error }: HttpInvocation) =>
    log(levelOf(error), 'request', {
      requestId: event.requestContext.requestId,
      route: event.routeKey,
      status: response?.statusCode,
      ms: Math.round(performance.now() - (started.get(event) ?? 0)),
      ...(error && (isExpected(error) ? { code: codeOf(error) } : errorFacts(error))),
    });
  function before({ event }: HttpInvocation) {
    started.set(event, performance.now());
    noteEnvelope(event.pathParameters?.id);
  }
  return { before, after: done, onError: done };
}

function levelOf(error: Error | null | undefined) {
  if (!error) return 'info';
  return isExpected(error) ? 'warn' : 'error';
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;

const problems = ({ timeZone, languages }: Speech) => ({
  onError: async (invocation: HttpInvocation) => {
    const { event } = invocation;
    invocation.error = knownError(invocation.error);
    invocation.response = await problemResult(invocation.error, {
      requestId: event.requestContext.requestId,
      language: preferredLanguage(event.headers['accept-language'], languages),
      timeZone,
    });
  },
});
