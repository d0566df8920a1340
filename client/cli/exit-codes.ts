import { NotSignedIn, Refused, Unreached } from '../failure.ts';
import { DraftLeft } from '../send-document.ts';
import { Unfitting } from '../send-template.ts';
import { UsageError } from './usage-error.ts';

export const EXIT = { done: 0, refused: 1, usage: 2, unreached: 3, notSignedIn: 4 } as const;

type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Status 401 is told for an ID token or API token that is not taken (any more). */
const UNAUTHORIZED = 401;

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError || error instanceof Unfitting) return EXIT.usage;
  if (error instanceof NotSignedIn) return EXIT.notSignedIn;
  if (error instanceof Refused)
    return error.status === UNAUTHORIZED ? EXIT.notSignedIn : EXIT.refused;
  return EXIT.unreached;
}

/** A refusal in lines: the server's sentence, what it says more, and the code. */
export function linesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (!(error instanceof Refused)) return [error.message];
  return [
    ...(error instanceof DraftLeft ? [`Its draft stands: ${error.id}`] : []),
    error.message,
    ...error.issues.map(({ path, message }) => `  ${path}: ${message}`),
    `Code: ${error.code}`,
  ];
}

export function jsonOf(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Unreached) return { error: { code: 'unreached', message } };
  if (error instanceof NotSignedIn) return { error: { code: 'not_signed_in', message } };
  if (!(error instanceof Refused)) return { error: { code: 'usage', message } };
  const { code, status, facts, issues } = error;
  const draft = error instanceof DraftLeft ? { draft: error.id } : {};
  return { error: { code, status, message, facts, issues, ...draft } };
}
