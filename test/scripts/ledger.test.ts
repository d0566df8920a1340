import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chained, type Entry, type LedgerHead } from '../../shared/domain/ledger/ledger.ts';
import { finished, signedByAll } from '../fixtures/sealed-journey.ts';
import { close, ENVELOPE_ID } from '../fixtures/sealing.ts';

const directory = mkdtempSync(join(tmpdir(), 'sigillo-ledger-'));
afterAll(() => rmSync(directory, { recursive: true }));

const ID = 'ABCDE01234FGHJK56789MNPQRS';

function chain(): Entry[] {
  const entries: Entry[] = [];
  let last: LedgerHead | undefined;
  for (const party of ['a', 'b', 'c']) {
    const by = { actor: { kind: 'party', party }, now: new Date('2026-11-24T08:00:00Z') } as const;
    const entry = chained(ID, last, by, { type: 'opened', data: { party } });
    entries.push(entry);
    last = { id: ID, seq: entry.seq, head: entry.hash, updatedAt: entry.at };
  }
  return entries;
}

function verify(content: unknown, ...more: readonly string[]) {
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
    expect(stdout).toContain(`WHOLE up to entry 2 (opened) of ${ID}, head ${entries[2]!.hash}`);
    expect(status).toBe(0);
  });

  it('finds a changed fact, a missing entry and a re-linked one', () => {
    const [first, second, third] = chain() as [Entry, Entry, Entry];
    expect(verify([first, { ...second, at: '2026-11-24T09:00:00.000Z' }, third])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('BROKEN: at entry 1'),
    });
    expect(verify([first, third]).status).toBe(1);
    expect(verify([first, { ...second, previous: third.hash }, third]).status).toBe(1);
  });

  it('holds the chain against the head that a certificate prints', () => {
    const entries = chain();
    expect(verify(entries, '--head', entries[1]!.hash).status).toBe(0);
    expect(verify(entries.slice(0, 1), '--head', entries[1]!.hash).status).toBe(1);
  });

  it('never says more of the end of a chain than it can know', () => {
    const entries = chain();
    const cut = entries.slice(0, 2);
    expect(verify(cut).stdout).toContain('Entries cut off after it cannot be noticed');
    const held = verify(cut, '--head', entries[1]!.hash).stdout;
    expect(held).toContain('Vouched for up to entry 1 (opened)');
    expect(held).toContain('entries cut off after entry 1 cannot be noticed');
  });

  it('says when a file is no ledger at all', () => {
    expect(verify('not JSON').status).toBe(2);
    expect(verify([]).status).toBe(2);
    expect(verify(chain(), '--haed', 'x').status).toBe(2);
  });
});

describe('npm run ledger -- verify --pdf', () => {
  const pdf = join(directory, 'signed.pdf');
  let entries: Entry[];
  let bytes: Uint8Array;
  beforeAll(async () => {
    const ports = await signedByAll();
    await close(ports);
    entries = await ports.ledger.entries(ENVELOPE_ID);
    bytes = (await finished(ports)).bytes;
    writeFileSync(pdf, bytes);
  });

  it('holds the chain against the file that the parties have', () => {
    const { status, stdout } = verify(entries, '--pdf', pdf);
    expect(stdout).toContain(`Vouched for up to entry ${entries.length - 1} (completed)`);
    expect(status).toBe(0);
  });

  it('notices an end that was cut off, before the head and after it', () => {
    const signed = entries.findIndex(({ type }) => type === 'signed');
    expect(verify(entries.slice(0, signed), '--pdf', pdf)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('that the certificate in the file prints'),
    });
    expect(verify(entries.slice(0, -1), '--pdf', pdf)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('does not record this file'),
    });
  });

  it('notices a chain that was computed anew', () => {
    const forged = entries.reduce<Entry[]>((made, { hash: _, previous: __, seq, ...entry }) => {
      const before = made.at(-1);
      const last = before && {
        id: ENVELOPE_ID,
        seq: before.seq,
        head: before.hash,
        updatedAt: before.at,
      };
      const at = seq === 0 ? '2020-01-01T00:00:00.000Z' : entry.at;
      const by = { actor: entry.actor, now: new Date(at) };
      made.push(chained(ENVELOPE_ID, last, by, entry as Entry));
      return made;
    }, []);
    expect(verify(forged).status).toBe(0);
    expect(verify(forged, '--pdf', pdf).status).toBe(1);
  });

  it('says when the file is not one that was sealed here', () => {
    writeFileSync(join(directory, 'other.pdf'), 'not a PDF');
    expect(verify(entries, '--pdf', join(directory, 'other.pdf')).status).toBe(2);
  });
});
