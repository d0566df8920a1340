/** An error for the terminal: its message, then its causes, indented. */
export function failureText(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `${'  '.repeat(depth)}${error}`;
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  const told = causes
    .filter((cause) => cause !== undefined)
    .map((cause) => failureText(cause, depth + 1));
  const name = error.message || (error as NodeJS.ErrnoException).code || error.name;
  return [`${'  '.repeat(depth)}${name}`, ...told].join('\n');
}
