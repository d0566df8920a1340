import { Offline, Problem } from '../ui/api.ts';

/** Message for an error: the API's own sentence if there is one. */
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

/** Another person, tab or the deadline has ended this action. */
export const isOver = (cause: unknown): boolean =>
  cause instanceof Problem && OVER.includes(cause.code);

/** The confirmation has expired, or the document has changed: another code is required. */
export const isUnconfirmed = (cause: unknown): boolean =>
  cause instanceof Problem && cause.code === 'confirmation_required';
