import { sentenceOf } from './sentence-of.ts';

/** Result of parsing the arguments; on an error or `--help` throws the usage text. */
export function orUsage<T>(usage: string, asked: () => T): T {
  try {
    return asked();
  } catch (error) {
    const isHelp = process.argv.includes('--help');
    throw new Error(isHelp ? usage : `${sentenceOf(error)}\n\n${usage}`);
  }
}
