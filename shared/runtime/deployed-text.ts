import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file deployed beside the function's code, for settings beyond Lambda's 4 KB of environment variables.
 * Throws at cold start if it is missing.
 */
export const deployedText = (name: string): string =>
  readFileSync(join(import.meta.dirname, name), 'utf8');
