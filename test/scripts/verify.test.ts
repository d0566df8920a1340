import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const verify = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });

/** 1 would say "altered" of a file that nobody looked at. */
const UNKNOWN = 2;

describe('npm run verify', () => {
  it.each([
    ['no file', []],
    ['a file that is not there', ['no-such.pdf']],
    ['an option that it does not know', ['test/fixtures/contratto.pdf', '--rot', 'root.pem']],
    ['a file without signatures', ['test/fixtures/contratto.pdf']],
  ])('never says "altered" of %s', (_, args) => {
    const { status, stdout, stderr } = verify(...args);
    expect(status).toBe(UNKNOWN);
    expect(stdout + stderr).not.toBe('');
  });
});
