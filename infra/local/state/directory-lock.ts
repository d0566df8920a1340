import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Locks the state directory against a second local target. SQLite's file lock is released by the operating
 * system even if the process is killed. Returns the release function; throws if the lock is taken.
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
