import { Offline, Problem } from '../ui/api.ts';

/** What to say of an error: the API's own sentence where there is one. */
export function sentenceOf(cause: unknown, texts: { offline: string; fault: string }): string {
  if (cause instanceof Offline) return texts.offline;
  return cause instanceof Problem && cause.status < 500 ? cause.message : texts.fault;
}

const OVER: readonly string[] = [
  'envelope_closed',
  'already_signed',
  'not_your_turn',
  'document_changed',
  'document_removed',
  'link_invalid',
  'session_missing',
  'session_expired',
];

/** Someone else, another tab or the clock has ended what this page was doing. */
export const isOver = (cause: unknown): boolean =>
  cause instanceof Problem && OVER.includes(cause.code);

/** The right code has run out, or another document has come: a further code is asked for. */
export const isUnconfirmed = (cause: unknown): boolean =>
  cause instanceof Problem && cause.code === 'confirmation_required';
