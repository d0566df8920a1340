/** What was asked; how to ask where that cannot be understood, or where help was asked for. */
export function orUsage<T>(usage: string, asked: () => T): T {
  try {
    return asked();
  } catch (error) {
    const isHelp = process.argv.includes('--help');
    const sentence = error instanceof Error ? error.message : String(error);
    throw new Error(isHelp ? usage : `${sentence}\n\n${usage}`);
  }
}
