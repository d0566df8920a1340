import { AsyncLocalStorage } from 'node:async_hooks';
import { isEnvelopeId } from '../domain/envelope/envelope-id.ts';

/** Ids of the envelopes that the current work concerns, in order of appearance. */
const scope = new AsyncLocalStorage<Set<string>>();

/** Bounds the line for large batches. */
const MAX_NAMED = 10;

/** Log lines written within `run` name the envelopes noted within it. */
export const inLogScope = <T>(run: () => T): T => scope.run(new Set(), run);

/** Ignores anything that is not an envelope id, since it could be arbitrary input. */
export function noteEnvelope(id: unknown): void {
  if (typeof id === 'string' && isEnvelopeId(id)) scope.getStore()?.add(id);
}

/** `envelopeId` for a single envelope, `envelopes` for several. */
export function notedEnvelopes(): { envelopeId?: string; envelopes?: string } {
  const [first, ...more] = [...(scope.getStore() ?? [])].slice(0, MAX_NAMED);
  if (first === undefined) return {};
  return more.length > 0 ? { envelopes: [first, ...more].join(' ') } : { envelopeId: first };
}

/** Wraps a port so that each call notes its first argument, if that is an envelope id, before it can fail. */
export function noting<P extends object>(port: P): P {
  const methods = Object.entries(port) as [string, (...given: readonly unknown[]) => unknown][];
  return Object.fromEntries(
    methods.map(([name, method]) => [
      name,
      (...given: readonly unknown[]) => {
        noteEnvelope(given[0]);
        return method(...given);
      },
    ]),
  ) as P;
}
