import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file that was deployed beside the function's code: settings that are larger than the 4 KB that
 * a function's variables may have. Throws at the cold start if it is missing.
 */
export const deployedText = (name: string): string =>
  readFileSync(join(import.meta.dirname, name), 'utf8');
