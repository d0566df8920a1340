import { notedEnvelopes } from './log-scope.ts';

type Level = 'info' | 'warn' | 'error';
type Facts = Readonly<Record<string, string | number | undefined>>;

/**
 * Writes one JSON line with the noted envelopes and the given facts. Never pass a body, cookie, link, token,
 * contact or error message: each may contain a secret or personal data.
 */
export function log(level: Level, event: string, facts: Facts): void {
  process.stdout.write(
    `${JSON.stringify({ level, event, at: new Date().toISOString(), ...notedEnvelopes(), ...facts })}\n`,
  );
}

/** What may be logged of an error: name, code, HTTP status, and location in the code. */
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
