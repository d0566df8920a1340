import { notedEnvelopes } from './log-scope.ts';

type Level = 'info' | 'warn' | 'error';
type Facts = Readonly<Record<string, string | number | undefined>>;

/**
 * One JSON line, with the envelopes that it is about. Only what the caller names is written beside them; nothing here takes a body, a cookie, a link,
 * a token, a contact or an error's own message, since any of them may hold a secret or a person.
 */
export function log(level: Level, event: string, facts: Facts): void {
  process.stdout.write(
    `${JSON.stringify({ level, event, at: new Date().toISOString(), ...notedEnvelopes(), ...facts })}\n`,
  );
}

/** What may be told of an error: its kind, an AWS service's status, and where it arose. */
export function errorFacts(error: Error): Facts {
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return {
    error: error.name,
    code: typeof code === 'string' ? code : undefined,
    serviceStatus: $metadata?.httpStatusCode,
    stack: frames(error),
  };
}

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 8)
    .join(' | ');
