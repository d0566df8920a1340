import { sentenceOf } from './sentence-of.ts';

/** What was asked; how to ask where that cannot be understood, or where help was asked for. */
export function orUsage<T>(usage: string, asked: () => T): T {
  try {
    return asked();
  } catch (error) {
    const isHelp = process.argv.includes('--help');
    throw new Error(isHelp ? usage : `${sentenceOf(error)}\n\n${usage}`);
  }
}
