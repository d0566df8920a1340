import { AsyncLocalStorage } from 'node:async_hooks';
import { isEnvelopeId } from '../domain/envelope/envelope-id.ts';

/** The envelopes that the work under way is about, in the order in which it came upon them. */
const scope = new AsyncLocalStorage<Set<string>>();

/** A batch may be about very many; a line of a log is for one who looks for one. */
const MOST_NAMED = 10;

/** Lines that are logged inside name the envelopes that were noted inside, and no others. */
export const inLogScope = <T>(run: () => T): T => scope.run(new Set(), run);

/** What is not the id of an envelope may be anything that a stranger wrote, and is not logged. */
export function noteEnvelope(id: unknown): void {
  if (typeof id === 'string' && isEnvelopeId(id)) scope.getStore()?.add(id);
}

/** `envelopeId` where the work is about one, `envelopes` where it is about several. */
export function notedEnvelopes(): { envelopeId?: string; envelopes?: string } {
  const [first, ...more] = [...(scope.getStore() ?? [])].slice(0, MOST_NAMED);
  if (first === undefined) return {};
  return more.length > 0 ? { envelopes: [first, ...more].join(' ') } : { envelopeId: first };
}

/** The same port; a call whose first argument is an envelope's id notes it, before it may fail. */
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
