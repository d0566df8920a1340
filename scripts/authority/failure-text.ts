/** A failure for a person: what failed, and below it why, as far as is known. */
export function failureText(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `${'  '.repeat(depth)}${error}`;
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  const told = causes
    .filter((cause) => cause !== undefined)
    .map((cause) => failureText(cause, depth + 1));
  const name = error.message || (error as NodeJS.ErrnoException).code || error.name;
  return [`${'  '.repeat(depth)}${name}`, ...told].join('\n');
}
