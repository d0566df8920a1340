/** The error's message without its causes. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
