import { provide } from './provide.ts';

/** ECMA-262 (2024) § 27.2.4.8 */
function withResolvers(this: PromiseConstructor) {
  let resolve: (value: unknown) => void;
  let reject: (reason: unknown) => void;
  const promise = new this((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve: resolve!, reject: reject! };
}

/** ECMA-262 (2025) § 27.2.4.8: an exception becomes a rejection. */
function attempt(
  this: PromiseConstructor,
  act: (...args: readonly unknown[]) => unknown,
  ...args: readonly unknown[]
) {
  return new this((resolve) => resolve(act(...args)));
}

provide(Promise, 'withResolvers', withResolvers);
provide(Promise, 'try', attempt);

/** Aborts when the first of the signals does, with its reason. */
function any(signals: Iterable<AbortSignal>): AbortSignal {
  const first = new AbortController();
  for (const one of signals) {
    const abort = () => first.abort(one.reason);
    if (one.aborted) abort();
    else one.addEventListener('abort', abort, { signal: first.signal });
  }
  return first.signal;
}

provide(AbortSignal, 'any', any);
