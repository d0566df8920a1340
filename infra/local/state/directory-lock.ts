import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Keeps a second local target from the same state. The lock is the operating system's, through
 * SQLite, so that of a killed process is gone with it. Returns the way to let go; throws when taken.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const lock = new DatabaseSync(join(directory, 'lock.db'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(`Another local target runs on ${directory}: stop it first`);
  }
  return () => lock.close();
}
