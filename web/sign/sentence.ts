import { Offline, Problem } from '../ui/api.ts';

/** What to say of an error: the API's own sentence where there is one. */
export function sentenceOf(cause: unknown, texts: { offline: string; fault: string }): string {
  if (cause instanceof Offline) return texts.offline;
  return cause instanceof Problem && cause.status < 500 ? cause.message : texts.fault;
}
