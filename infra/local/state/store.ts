import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A queued piece of work. `attempts`: failed deliveries so far; `at`: when it was enqueued (ms). */
export interface QueueEntry<T> {
  readonly seq: number;
  readonly body: T;
  readonly attempts: number;
  readonly at: number;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS kv (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    UNIQUE (kind, id));
  CREATE TABLE IF NOT EXISTS queue (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, body TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS queue_due ON queue (kind, due, seq);`;

/**
 * Durable state of all emulators in one SQLite file. Each call is on disk when it returns, so `kill -9`
 * between any two calls loses nothing.
 */
export class Store {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #taken = new Set<number>();
  #depth = 0;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.db = new DatabaseSync(file);
    this.db.exec(schema);
  }

  /** A cached prepared statement, for emulators with their own tables in the same file. */
  sql(text: string): StatementSync {
    const statement = this.#statements.get(text) ?? this.db.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  /** Runs `work` in a transaction. It must be synchronous; nested calls join the outer transaction. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.db.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  get<T>(kind: string, id: string): T | undefined {
    const row = this.sql('SELECT body FROM kv WHERE kind = ? AND id = ?').get(kind, id);
    return row && (JSON.parse(String(row.body)) as T);
  }

  /** Inserts or replaces; a replaced entry keeps its position in `list`. */
  put(kind: string, id: string, body: unknown): void {
    this.sql(
      'INSERT INTO kv (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
    ).run(kind, id, JSON.stringify(body));
  }

  delete(kind: string, id: string): void {
    this.sql('DELETE FROM kv WHERE kind = ? AND id = ?').run(kind, id);
  }

  /** All entries of a kind in the order in which they were first put. */
  list<T>(kind: string): T[] {
    const rows = this.sql('SELECT body FROM kv WHERE kind = ? ORDER BY seq').all(kind);
    return rows.map((row) => JSON.parse(String(row.body)) as T);
  }

  /** Enqueues work due at `due` (ms; 0 = at once) and returns its sequence number. */
  enqueue(kind: string, body: unknown, { due = 0, at = Date.now() } = {}): number {
    const { lastInsertRowid } = this.sql(
      'INSERT INTO queue (kind, body, due, at) VALUES (?, ?, ?, ?)',
    ).run(kind, JSON.stringify(body), due, at);
    return Number(lastInsertRowid);
  }

  /**
   * Takes work of a kind that is due at `now` (ms), oldest first. An item is not taken again until `retry` or
   * a restart of the process: delivery is at least once.
   */
  take<T>(kind: string, now: number, limit = 10): QueueEntry<T>[] {
    const rows = this.sql(
      'SELECT seq, body, attempts, at FROM queue WHERE kind = ? AND due <= ? ORDER BY seq',
    ).iterate(kind, now);
    const entries: QueueEntry<T>[] = [];
    for (const row of rows) {
      if (entries.length === limit) break;
      if (!this.#taken.has(Number(row.seq))) entries.push(toEntry<T>(row));
    }
    for (const { seq } of entries) this.#taken.add(seq);
    return entries;
  }

  /** Puts taken work back, due at `due` (ms), with one more failed attempt. */
  retry(seq: number, due: number): void {
    this.sql('UPDATE queue SET attempts = attempts + 1, due = ? WHERE seq = ?').run(due, seq);
    this.#taken.delete(seq);
  }

  /** Removes completed work. */
  done(seq: number): void {
    this.sql('DELETE FROM queue WHERE seq = ?').run(seq);
    this.#taken.delete(seq);
  }

  /** Uncompleted work of a kind, taken or not, oldest first. */
  waiting<T>(kind: string): QueueEntry<T>[] {
    const rows = this.sql('SELECT * FROM queue WHERE kind = ? ORDER BY seq').all(kind);
    return rows.map((row) => toEntry<T>(row));
  }

  close(): void {
    this.#statements.clear();
    this.db.close();
  }
}

const toEntry = <T>(row: Record<string, unknown>): QueueEntry<T> => ({
  seq: Number(row.seq),
  body: JSON.parse(String(row.body)) as T,
  attempts: Number(row.attempts),
  at: Number(row.at),
});
