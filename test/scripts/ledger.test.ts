import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chained, type Entry, type LedgerHead } from '../../shared/domain/ledger.ts';

const directory = mkdtempSync(join(tmpdir(), 'sigillo-ledger-'));
afterAll(() => rmSync(directory, { recursive: true }));

const ID = 'ABCDE01234FGHJK56789MNPQRS';

function chain(): Entry[] {
  const entries: Entry[] = [];
  let last: LedgerHead | undefined;
  for (const party of ['a', 'b', 'c']) {
    const entry = chained(ID, last, {
      type: 'opened',
      actor: { kind: 'party', party },
      at: '2026-11-24T08:00:00.000Z',
      data: { party },
    });
    entries.push(entry);
    last = { id: ID, seq: entry.seq, head: entry.hash };
  }
  return entries;
}

function verify(content: unknown, ...more: string[]) {
  const file = join(directory, 'ledger.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const args = ['scripts/ledger.ts', 'verify', file, ...more];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout };
}

describe('npm run ledger -- verify', () => {
  it('finds an exported chain whole', () => {
    const entries = chain();
    const { status, stdout } = verify(entries);
    expect(stdout).toContain(`WHOLE: 3 entries of ${ID}, head ${entries[2]!.hash}`);
    expect(status).toBe(0);
  });

  it('finds a changed fact, a missing entry and a re-linked one', () => {
    const [first, second, third] = chain() as [Entry, Entry, Entry];
    expect(verify([first, { ...second, at: '2026-11-24T09:00:00.000Z' }, third])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('BROKEN at entry 1'),
    });
    expect(verify([first, third]).status).toBe(1);
    expect(verify([first, { ...second, previous: third.hash }, third]).status).toBe(1);
  });

  it('holds the chain against the head that a certificate prints', () => {
    const entries = chain();
    expect(verify(entries, '--head', entries[1]!.hash).status).toBe(0);
    expect(verify(entries.slice(0, 1), '--head', entries[1]!.hash).status).toBe(1);
  });

  it('says when a file is no ledger at all', () => {
    expect(verify('not JSON').status).toBe(2);
    expect(verify([]).status).toBe(2);
  });
});
