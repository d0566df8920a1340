import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** Reads a named file; one that is not there is a mistake in the command line. */
export function readDocument(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
