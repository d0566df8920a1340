import { Offline, Problem } from '../ui/api.ts';
import { SignedOut, SignInFailed } from './session/session.ts';
import type { Texts } from './texts/texts.ts';

/** API Gateway answers 401 for a rejected token. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof SignedOut || (error instanceof Problem && error.status === 401);

/** The error as a sentence. Refusals carry the API's own text. */
export function sentenceOf(error: unknown, texts: Texts): string {
  if (error instanceof Offline) return texts.offline;
  if (isSignedOut(error)) return texts.signIn.ended;
  if (error instanceof SignInFailed) return texts.signIn[error.reason];
  if (error instanceof Problem && error.code !== 'internal') return error.message;
  return texts.fault;
}
